"""The classifier that the lane uses. A better one takes its place by having the same `classify`."""
