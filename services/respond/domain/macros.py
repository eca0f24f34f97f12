"""Macros: prepared texts with places for what differs from case to case."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

VARIABLES: Final = ("customer.name", "customer.handle", "agent.name", "brand.name", "case.id", "case.topic")
"""What a macro may hold, as `{{customer.name}}`."""

_PLACE: Final = re.compile(r"\{\{([^{}]*)\}\}")
_LONGEST_VALUE: Final = 100
_JOINERS: Final = frozenset("\u200c\u200d")  # not printable, yet some names are not written without them


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A prepared text. `brand` None: for all brands. `language` None: for all. `tags` are to be put on the case."""

    title: str
    text: str
    brand: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()

    def serves(self, brand: str) -> bool:
        """Is it for cases of that brand?"""
        return self.brand in (None, brand)


@dataclass(frozen=True, slots=True, kw_only=True)
class Macro:
    """A macro as it is kept. `version` grows with each change."""

    id: str
    wording: Wording
    version: int
    created_at: datetime
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The text for one case. `missing`: variables that have no value there; they still stand in the text."""

    text: str
    missing: tuple[str, ...]


def unknown_in(text: str) -> tuple[str, ...]:
    """Return what stands in double braces and is no variable, and braces that are not closed or not opened."""
    names = [place[1].strip() for place in _PLACE.finditer(text)]
    rest = _PLACE.sub("", text)
    loose = [braces for braces in ("{{", "}}") if braces in rest]
    return (*dict.fromkeys(name for name in names if name not in VARIABLES), *loose)


def render(text: str, values: Mapping[str, str | None]) -> Rendered:
    """Put the values into the text, in one pass: what a value says is never looked into, whatever it looks like.

    A value becomes one line of at most a hundred characters, without control characters: customers choose theirs.
    """
    missing: dict[str, None] = {}

    def put(place: re.Match[str]) -> str:
        name = place[1].strip()
        value = _plain(values.get(name) or "")
        if value:
            return value
        missing[name] = None
        return f"{{{{{name}}}}}"

    return Rendered(text=_PLACE.sub(put, text), missing=tuple(missing))


def _plain(value: str) -> str:
    shown = "".join(one if one.isprintable() or one in _JOINERS else " " for one in value)
    return " ".join(shown.split())[:_LONGEST_VALUE]
