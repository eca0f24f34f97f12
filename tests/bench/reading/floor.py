"""The floor of classifying (F5): a text made readable, cut into tokens, and one look-up per token.

Whoever weighs words has to do that much in this language, whatever the model. (py3langid alone would be no floor: it
costs more than all of ours.)
"""

from collections.abc import Sequence
from typing import Final

from services.classify.domain.text import read
from services.classify.domain.tokens import surfaces
from shared.contracts.mention import Mention


class Floor:
    """Knows the words of what it has read, and nothing of them but a number."""

    def __init__(self) -> None:
        self._known: Final[dict[str, int]] = {}

    def __call__(self, mentions: Sequence[Mention]) -> list[int]:
        """Return a number per text."""
        known = self._known
        return [
            sum([known.setdefault(token, len(token)) for token in surfaces(read(mention.text).plain)])
            for mention in mentions
        ]
