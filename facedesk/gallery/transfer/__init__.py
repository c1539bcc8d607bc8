"""People as files that only a passphrase opens: written, and read again."""
