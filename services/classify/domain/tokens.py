"""From a readable text to the tokens that the model weighs: words, runs of marks, emoji, each as it stands there."""

import re
from dataclasses import dataclass
from typing import Final

from services.classify.domain.negation import NEGATIONS

# Linear: each alternative starts with another kind of character, and none repeats inside a repetition.
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[!?]+|\.{2,}|[^\w\s]")
_STRETCHED: Final = re.compile(r"(.)\1{2,}")
_STOPS: Final = frozenset(".,;:!?")
_LONGEST: Final = 40
_MOST: Final = 400


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is lower case, with no letter more than twice in a row and digits as zeros ("1,99" and "2,49" are one).

    `word`: letters, not a mark. `negates`: turns what follows. `stops`: ends what was turned.
    """

    text: str
    word: bool
    shouted: bool
    stretched: bool
    negates: bool
    stops: bool


def surfaces(plain: str) -> list[str]:
    """Return the tokens of a text as they stand there; the first 400, each cut to 40 characters."""
    found = _TOKEN.findall(plain)[:_MOST]
    return [one if len(one) <= _LONGEST else one[:_LONGEST] for one in found]


def token(surface: str) -> Token:
    """Return what a surface stands for."""
    lower = surface.lower().replace("’", "'")
    text = _STRETCHED.sub(r"\1\1", lower)
    first = text[:1]
    if first.isdigit():
        text = "0" * min(len(text), 6)
    elif first in "!?.":
        text = text[:2]
    word = first.isalpha()
    return Token(
        text=text,
        word=word,
        shouted=word and len(surface) > 2 and surface.isupper(),
        stretched=word and text != lower,
        negates=text in NEGATIONS or text.endswith("n't"),
        stops=first in _STOPS,
    )
