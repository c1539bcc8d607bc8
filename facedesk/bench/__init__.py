"""Speed and memory on this computer, beside public peers where they are installed."""
