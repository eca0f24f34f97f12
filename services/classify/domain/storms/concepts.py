"""What a complaint is about in any language: `outage`, `app`, `outage+app`. So people meet across languages."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from services.classify.domain.phrases import Phrasebook
from services.classify.domain.storms.concept_words import FAILURES, THINGS

CONCEPTS: Final = 12
"""At most so many of one post travel and are counted."""
_EACH: Final = 3


def concepts_of(words: Sequence[str]) -> tuple[str, ...]:
    """Return what goes wrong, with what, and each failure with each thing (`outage+app`), in a text's folded words."""
    found = tuple(dict.fromkeys(one.label for one in _book().find(words)))
    failures = [label for label in found if label in FAILURES][:_EACH]
    things = [label for label in found if label in THINGS][:_EACH]
    together = [f"{failure}+{thing}" for failure in failures for thing in things]
    return (*failures, *things, *together)[:CONCEPTS]


def names_failure(concepts: Sequence[str]) -> bool:
    """Does one of these say that something went wrong?"""
    return any(concept in FAILURES for concept in concepts)


@cache
def _book() -> Phrasebook[str]:
    return Phrasebook(
        [(label, 1.0, " ".join(phrases.split())) for book in (FAILURES, THINGS) for label, phrases in book.items()]
    )
