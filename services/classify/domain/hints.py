"""What the lexicons see in a text, as names of features: hand-made knowledge that the model learned to weigh."""

from collections.abc import Sequence
from typing import Final

from services.classify.domain.lexicon import Topic
from services.classify.domain.negation import NEGATIONS
from services.classify.domain.phrases import Found
from services.classify.domain.text import Reading

_STRONG: Final = 0.75
_TURNED_WITHIN: Final = 2


def hints(reading: Reading, topics: Sequence[Found[Topic]]) -> list[tuple[str, str]]:
    """Return pairs of a feature's name and the words that it was seen in, each name once.

    The last says how long the text is, by powers of two: it has no words.
    """
    found: dict[str, str] = {}
    for one in topics:
        name = f"x:{one.label}" if one.weight >= _STRONG else f"y:{one.label}"
        turned = not NEGATIONS.isdisjoint(reading.words[max(0, one.at - _TURNED_WITHIN) : one.at])
        found.setdefault(f"not {name}" if turned else name, one.evidence)
    if reading.links:
        found["x:link"] = "http"
    if reading.handles:
        found["x:handle"] = "@"
    if "?" in reading.plain:
        found["x:asks"] = "?"
    found[f"x:long:{len(reading.words).bit_length()}"] = ""
    return list(found.items())
