"""Words that tell of harm, one module per language, written for Earshot by hand.

`HARM` has the phrases per kind of harm; `NOT_HARM` those that only sound so and void what they touch, among them what
did not happen ("nobody was hurt"). `phrases.py` says how a phrase is written; docs/taxonomy.md what each kind means.
"""
