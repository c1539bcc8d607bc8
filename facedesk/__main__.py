"""Starts facedesk: python -m facedesk."""

import sys

from facedesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
