"""What the publisher does with one answer that is due: send it, find out what became of it, take it back."""
