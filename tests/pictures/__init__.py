"""Pictures for docs, drawn from what the code does. They are committed; a test says when to draw them again."""
