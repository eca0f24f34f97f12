"""Small hand-written stand-ins. Where a real thing has one, one suite runs over both."""
