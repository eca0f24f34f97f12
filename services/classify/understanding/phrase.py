"""Whether a phrase that an operator wrote finds what it means, and not every post."""

import re
from collections.abc import Iterable
from typing import Any, Final

from services.classify.domain.phrases import Phrasebook
from services.classify.domain.text import words_of
from services.classify.understanding.everyday import EVERYDAY

LONGEST: Final = 120
"""Characters."""
MOST: Final = 500
"""Phrases in one list."""
_MOST_GROUPS: Final = 3
_MOST_WORDS: Final = 8
_SHORTEST_PART: Final = 3
_GROUP: Final = re.compile(r"\([^()]*\)\??")
_WRITTEN: Final = re.compile(r"[*]?[^\s+.()|?*]+[*]?")
_MARKS: Final = re.compile(r"[()|?+*]")


def phrase(value: Any) -> str:
    """Return the phrase. Raises ValueError, saying what to write instead."""
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no phrase: write it as text, in quotes")
    _short_enough(value)
    _well_formed(value)
    _not_everywhere(value)
    return value


def phrases(values: Any) -> tuple[str, ...]:
    """Return a list of phrases. Raises ValueError for what is no list, empty, or too long; each has been looked at."""
    if not isinstance(values, list):
        raise ValueError('write a list of phrases, such as ["money back", "chargeback*"]')
    if not values:
        raise ValueError("an empty list finds nothing: write phrases, or leave it out")
    if len(values) > MOST:
        raise ValueError(
            f"{len(values)} phrases: {MOST} is the most, and a model learns more from posts than from these"
        )
    found = []
    for place, one in enumerate(values):
        try:
            found.append(phrase(one))
        except ValueError as error:
            raise ValueError(f"{place}: {error}") from None
    twice = sorted(_twice(found))
    if twice:
        raise ValueError(f"{', '.join(map(repr, twice))} stands here twice: write it once")
    return tuple(found)


def _well_formed(text: str) -> None:
    if "," in text:
        raise ValueError(f"{text!r} has a comma: write two phrases")
    if not words_of(_MARKS.sub(" ", text)):
        raise ValueError(f"{text!r} has no word in it: write words in Latin letters")
    left = _GROUP.sub(" x ", text)
    if any(mark in left for mark in "()|?"):
        raise ValueError(f"{text!r}: write choices as (lost|missing), what may be left out as (the)?")
    for choice in (one for group in _GROUP.findall(text) for one in group.rstrip("?")[1:-1].split("|")):
        if not words_of(choice):
            raise ValueError(f"{text!r} has a choice without a word: write choices as (lost|missing)")
    if "*" in text and any(not _stars_fit(part) for part in re.split(r"[\s+()|?]+", text)):
        raise ValueError(
            f"{text!r}: a * stands at the beginning or the end of a word, with {_SHORTEST_PART} letters to it"
        )


def _stars_fit(part: str) -> bool:
    if "*" not in part:
        return True
    bare = part.replace("..", "")
    return bare.count("*") == 1 and bare.strip("*") == bare.replace("*", "") and len(bare) > _SHORTEST_PART


def _short_enough(text: str) -> None:
    if len(text) > LONGEST:
        raise ValueError(f"{text[:30]!r}… has {len(text)} characters: {LONGEST} is the most")
    if len(_GROUP.findall(text)) > _MOST_GROUPS:
        raise ValueError(f"{text!r} has more than {_MOST_GROUPS} choices: write several phrases")
    if len(_WRITTEN.findall(_GROUP.sub(" x ", text))) > _MOST_WORDS:
        raise ValueError(f"{text!r} is longer than {_MOST_WORDS} words: nobody else will say just that")


def _not_everywhere(text: str) -> None:
    book = Phrasebook([("found", 1.0, text)])
    said = [word for word in words_of(_MARKS.sub(" ", text)) if word in EVERYDAY]
    if book.find(said) or any(book.find((word,)) for word in EVERYDAY):
        raise ValueError(f"{text!r} would be found in nearly every post: add a word that says what it is about")


def _twice(values: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    return {one for one in values if one in seen or seen.add(one)}  # type: ignore[func-returns-value]
