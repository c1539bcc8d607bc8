"""What the answers about living faces are worth, in the terms of ISO/IEC 30107-3."""
