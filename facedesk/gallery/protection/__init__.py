"""What protects a gallery at rest: its seal, the key of it, and what opens that."""
