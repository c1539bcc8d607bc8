"""The live loop: camera, mailbox, engine, view."""
