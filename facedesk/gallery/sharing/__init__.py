"""One gallery for several desks."""
