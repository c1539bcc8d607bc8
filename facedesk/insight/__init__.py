"""What the encoder has learned, why two faces match, and where everyone sits."""
