"""Files that the user may have fetched from the internet; nothing is, unless they ask for it."""
