"""Comparing templates: distance, scores, thresholds, the open-set decision."""
