"""What happens now: the newest announcements, told to everyone who listens."""
