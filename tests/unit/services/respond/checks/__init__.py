"""What answers are looked through for."""
