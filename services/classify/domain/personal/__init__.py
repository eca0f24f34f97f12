"""Personal data in what customers write: one module per kind, `spans.py` brings them together."""
