"""Where the real objects of each process are made: one module per process, each with `wire(settings)`."""
