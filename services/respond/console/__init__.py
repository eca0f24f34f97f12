"""The agents' pages: rendered here, kept live by a little JavaScript of our own."""
