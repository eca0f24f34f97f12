"""The agents' HTTP interface."""
