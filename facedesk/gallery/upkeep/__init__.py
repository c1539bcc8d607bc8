"""Finds what is wrong with a gallery, and mends what can be mended."""
