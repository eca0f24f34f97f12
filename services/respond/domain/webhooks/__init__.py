"""What support platforms are told, to whom it goes, how it is signed, and when it is tried again. Pure."""
