"""What operators set of how posts are understood: understanding.yaml, checked, followed without a restart."""
