"""Pure: what a classified mention asks of a case, and who gets which case."""
