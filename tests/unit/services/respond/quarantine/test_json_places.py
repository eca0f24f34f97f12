"""What is wrong in a JSON text is shown in the line where it stands."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.json_places import line_of

TEXT = """{
  "version": 1,
  "author": {"id": "x",
             "followers": -5},
  "labels": [
    "a", "b",
    {"deep": [[], [true]]}
  ],
  "version": "again \\"quoted\\" }"
}"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("version",), 9),
        (("author", "followers"), 4),
        (("author", "missing"), 3),
        (("missing",), 1),
        (("labels", 1), 6),
        (("labels", 2, "deep", 1, 0), 7),
        (("labels", 7), 5),
        (("version", "into", "a text"), 9),
    ],
)
def test_the_line_is_that_of_the_value_or_of_what_it_is_missing_in(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=15,
)


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    within = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value), *(one for name, inner in within for one in _paths(inner, (*path, name)))]


@given(_ANY)
def test_in_a_text_of_one_value_per_line_every_value_is_found_in_its_line(value: Any) -> None:
    text = json.dumps(value, indent=1)
    lines = text.split("\n")

    for path, found in _paths(value):
        expected = json.dumps(found)[0]
        assert expected in lines[line_of(text, path) - 1]
