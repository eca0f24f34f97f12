"""Reports over what has happened, for people to read. They write nothing."""
