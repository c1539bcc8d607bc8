"""Is a live person there, or a picture of one? Advice, not security."""
