"""Personal data in a text: where it stands, by its form and its check digits. Pure; knows nothing of who asks."""
