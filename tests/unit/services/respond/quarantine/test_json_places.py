"""What is wrong in a JSON text is shown in the line where it stands."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain import json_places
from services.respond.domain.json_places import Places

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
    assert Places(TEXT).line_of(path) == line


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

    places = Places(text)
    for path, found in _paths(value):
        expected = json.dumps(found)[0]
        assert expected in lines[places.line_of(path) - 1]


def test_many_places_in_a_long_list_cost_one_way_through_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: each value is decoded once, whichever of them are asked for."""
    text = json.dumps({"labels": [1] * 1_000}, indent=0)
    decoded = 0

    class Counting(json.JSONDecoder):
        def raw_decode(self, s: str, idx: int = 0) -> tuple[Any, int]:
            nonlocal decoded
            decoded += 1
            return super().raw_decode(s, idx)

    monkeypatch.setattr(json_places, "_DECODER", Counting())
    places = Places(text)

    assert [places.line_of(("labels", number)) for number in range(20)] == list(range(3, 23))
    assert decoded == 1_000 + 2
