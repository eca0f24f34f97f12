"""Working on a case together: notes, the shared draft, macros, checks, who is at it."""
