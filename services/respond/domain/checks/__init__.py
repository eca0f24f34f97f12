"""What an answer is looked through for before it goes out: pure rules, one module each, explained in docs/checks.md."""
