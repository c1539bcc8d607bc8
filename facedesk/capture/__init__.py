"""Where pictures come from: cameras, videos, pictures, addresses."""
