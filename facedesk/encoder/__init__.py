"""The Siamese networks, their weights, and the templates they make."""
