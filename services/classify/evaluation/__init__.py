"""How good is it? Build-time code: nothing that runs imports it."""
