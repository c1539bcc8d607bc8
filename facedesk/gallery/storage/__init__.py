"""Where a gallery is kept: in a file, or on a server; its tables and its transactions."""
