"""The words of docs/taxonomy.md, for whoever has to know all of them: the intents and the flags that classify gives.

`Classification.intent` stays a text: a brand may have intents of its own, and a newer model others.
"""

from typing import Final, Literal, get_args

Intent = Literal[
    "outage",
    "delivery",
    "defect",
    "refund",
    "billing",
    "account",
    "cancellation",
    "order",
    "service",
    "question",
    "suggestion",
    "praise",
    "other",
]
"""In the order of the page: of two that fit equally, the earlier one wins."""
Flag = Literal["safety", "injury", "self_harm", "threat", "legal", "fraud", "hardship", "churn", "spam"]

INTENTS: Final[tuple[Intent, ...]] = get_args(Intent)
FLAGS: Final[tuple[Flag, ...]] = get_args(Flag)
