"""Trains the Siamese encoder on folders of people."""
