"""Does a face move as something solid? Points on it are followed, and tested against a plane."""
