"""Whom a note calls upon."""

import pytest

from services.respond.domain.notes import MOST_NAMED, names_in

AGENTS = {"mira", "joris", "j.de-vries", "dots.", "a@b"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@joris can you call them?", ("joris",)),
        ("(@joris, @Mira) and @joris again", ("joris", "mira")),
        ("ask @joris. Or @mira-", ("joris", "mira")),
        ("@j.de-vries: yours", ("j.de-vries",)),
        ("@dots. is an id with a dot, @a@b one with an at", ("dots.", "a@b")),
        ("mail joris@mira.example, x.@joris, @@mira", ()),
        ("@nobody, @, @joriss and @jor", ()),
        ("", ()),
    ],
)
def test_an_agent_is_named_by_an_at_and_their_id(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text, AGENTS.__contains__) == names


def test_a_note_names_so_many_at_most() -> None:
    text = " ".join(f"@a{number}" for number in range(99))

    assert len(names_in(text, lambda _: True)) == MOST_NAMED


def test_a_long_row_of_endings_is_read_in_no_time() -> None:
    """An id has 64 characters at most, so there is nothing to go back through."""
    assert names_in(f"@a{'.' * 9_000}", lambda _: False) == ()
