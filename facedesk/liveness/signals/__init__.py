"""What is measured on a face from frame to frame, and what a 1-D network says of it."""
