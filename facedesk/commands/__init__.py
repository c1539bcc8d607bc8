"""The sub-commands; each module has HELP, configure(parser) and run(options) -> exit status."""
