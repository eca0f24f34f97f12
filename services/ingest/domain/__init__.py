"""What a mention is, and when something is not one. Pure: bytes and times in, facts or refusals out."""
