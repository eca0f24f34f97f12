"""What travels between stations: topics, the envelope, and one module per fact."""
