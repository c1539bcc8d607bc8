"""Measuring what the answers are worth, and how fast they come."""
