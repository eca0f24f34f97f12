"""The newest opinions by what was asked: the same words are not paid for twice.

A batch that Kafka would not take is tried again every few seconds, however long Kafka is down, and many people repost
one text. Digests and labels are kept, no text.
"""

from collections import OrderedDict
from hashlib import sha256
from typing import Final

from services.classify.domain.second_opinion import SecondOpinion

_AT_MOST: Final = 2_000


class Memory:
    """Forgets what was not needed for longest."""

    def __init__(self, at_most: int = _AT_MOST) -> None:
        self._at_most = at_most
        self._known: OrderedDict[bytes, SecondOpinion] = OrderedDict()

    def recall(self, asked: bytes) -> SecondOpinion | None:
        """Return what came of this very request, if it is still known."""
        digest = sha256(asked).digest()
        known = self._known.get(digest)
        if known is not None:
            self._known.move_to_end(digest)
        return known

    def keep(self, asked: bytes, opinion: SecondOpinion) -> None:
        """Remember an opinion."""
        self._known[sha256(asked).digest()] = opinion
        if len(self._known) > self._at_most:
            self._known.popitem(last=False)
