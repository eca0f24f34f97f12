"""Rules of this station that need nothing but the case: who may see it, what can be asked of it."""
