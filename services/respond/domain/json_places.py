"""Where in a JSON text a value stands, so that what is wrong with it can be shown there."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

_SPACE: Final = re.compile(r"[ \t\n\r,:]*")
_DECODER: Final = json.JSONDecoder()


class Places:
    """Where values stand in one text, which must be JSON. Each object and list is gone through once, however many
    places are asked for: a record of ours can be a megabyte.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, dict[str | int, int]] = {}

    def line_of(self, path: Sequence[str | int]) -> int:
        """Return the line, from 1, of the value under that path; where it is missing, of what it is missing in.

        Of a name that is given twice the last one counts, as it does for readers.
        """
        at = _after_space(self._text, 0)
        for step in path:
            if at not in self._known:
                self._known[at] = dict(_members(self._text, at))
            if step not in self._known[at]:
                break
            at = self._known[at][step]
        return self._text.count("\n", 0, at) + 1


def _members(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    """Give the names, or numbers, of what an object or a list holds, with where the values begin."""
    if text[at : at + 1] not in ("{", "["):
        return
    is_object = text[at] == "{"
    number, at = 0, _after_space(text, at + 1)
    while text[at] not in "}]":
        name: str | int = number
        if is_object:
            name, at = _DECODER.raw_decode(text, at)
            at = _after_space(text, at)
        yield name, at
        _, at = _DECODER.raw_decode(text, at)
        number, at = number + 1, _after_space(text, at)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()
