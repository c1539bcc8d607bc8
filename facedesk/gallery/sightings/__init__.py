"""The record of who was seen when."""
