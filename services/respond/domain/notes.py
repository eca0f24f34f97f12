"""Notes: what colleagues tell each other about a case, and never the customer."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

MOST_NAMED: Final = 20

_CALL: Final = re.compile(r"(?<![\w@.])@([a-z0-9][a-z0-9._@-]{0,63})")
_ENDINGS: Final = "._@-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note. Once deleted it has no text, and says who deleted it and when. `names`: agents whom it calls upon."""

    id: str
    case_id: str
    brand: str
    author: str
    at: datetime
    text: str | None
    names: tuple[str, ...] = ()
    deleted_at: datetime | None = None
    deleted_by: str | None = None


def names_in(text: str, is_agent: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the ids of the agents whom a text calls upon as `@id`, each once, in its order; the first twenty.

    A dot that ends the sentence is no part of an id, unless an agent's id ends with it.
    """
    found: dict[str, None] = {}
    for call in _CALL.finditer(text.lower()):
        name = call[1]
        while name and not is_agent(name) and name[-1] in _ENDINGS:
            name = name[:-1]
        if name and is_agent(name):
            found[name] = None
    return tuple(found)[:MOST_NAMED]
