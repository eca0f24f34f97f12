"""Searching what was said: words, what of a case is searched, what a person asks for, where it is found."""
