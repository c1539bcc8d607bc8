"""Asks somebody for a few movements in an order that nobody can know before."""
