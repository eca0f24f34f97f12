"""One text for everybody: what is left of it once the customer's own particulars are gone, as a hash."""

import re
from collections.abc import Collection
from hashlib import sha256
from typing import Final

from services.respond.domain.checks.finding import Remark
from services.respond.domain.checks.words import words
from shared.levels.answers import Check, SentToMany

_HANDLE: Final = re.compile(r"@[\w.-]*")
_FEWEST_WORDS: Final = 5
"""A mere "thank you!" may go to everybody."""


def fingerprint(text: str, *, names: Collection[str | None]) -> str | None:
    """Return a hash that is the same for texts that differ in case, space, signs, handles, digits and these names.

    None: too short to be a text of its own.
    """
    own = {word.folded for name in names if name is not None for word in words(name)}
    kept = [
        word.folded
        for word in words(_HANDLE.sub(" ", text))
        if word.folded not in own and not any(sign.isdigit() for sign in word.folded)
    ]
    if len(kept) < _FEWEST_WORDS:
        return None
    return sha256(" ".join(kept).encode("utf-8", "surrogatepass")).hexdigest()


def sent_to_many(told: int, many: SentToMany) -> Remark | None:
    """Say that the text went to too many already. `told`: how many other customers got it within the time."""
    if told < many.customers:
        return None
    hours = max(1, round(many.within.total_seconds() / 3600))
    return Remark(
        check=Check.SENT_TO_MANY,
        what=f"this text went to {told} or more other customers within {hours} h: say it in words for this one",
    )
