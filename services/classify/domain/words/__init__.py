"""What people say, one module per language: phrases for intents, harm, feelings. Written for Earshot, by hand.

Each module has the same names (English leaves feelings to VADER); `phrases.py` says how a phrase is written.
Accents may stand or not.
"""
