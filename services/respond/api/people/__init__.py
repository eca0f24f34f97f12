"""The agents: who they are, what they can do, that they are here."""
