"""Text in one form: NFC, with the places of its entities moved along."""

import unicodedata
from collections.abc import Sequence

from shared.contracts.mention import Entity


def composed(text: str, entities: Sequence[Entity] = ()) -> tuple[str, tuple[Entity, ...]]:
    """Return the text in NFC, and its entities at their places in it (code points)."""
    if unicodedata.is_normalized("NFC", text):
        return text, tuple(entities)
    normal = unicodedata.normalize("NFC", text)
    return normal, tuple(
        entity.model_copy(update={"start": _length(text[: entity.start]), "end": _length(text[: entity.end])})
        for entity in entities
    )


def _length(text: str) -> int:
    return len(unicodedata.normalize("NFC", text))
