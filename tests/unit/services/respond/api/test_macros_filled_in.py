"""Macros: known variables only, values that are text and nothing else."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.macros import VARIABLES, Rendered, render, unknown_in

NAMED: Final[dict[str, str | None]] = {"customer.name": "Joe", "agent.name": "Mira"}


def test_every_variable_is_put_in_where_it_stands() -> None:
    text = "Dear {{customer.name}}, {{ customer.name }}! {{agent.name}}"

    assert render(text, NAMED) == Rendered(text="Dear Joe, Joe! Mira", missing=())


@pytest.mark.parametrize("value", [None, "", " \n\t", "\u202e"])
def test_what_has_no_value_stays_and_is_named_once(value: str | None) -> None:
    filled = render("{{customer.handle}} {{customer.handle}} {{case.topic}}", {"customer.handle": value})

    assert filled.text == "{{customer.handle}} {{customer.handle}} {{case.topic}}"
    assert filled.missing == ("customer.handle", "case.topic")


@given(st.text(max_size=60))
def test_a_value_is_never_looked_into(value: str) -> None:
    """A customer may be called `{{agent.name}}`, `\\1` or anything else: around it nothing changes."""
    for name in (value, f"{{{{agent.name}}}}{value}", f"\\1 \\g<0> {value}"):
        filled = render("a {{customer.name}} b {{agent.name}} c", {**NAMED, "customer.name": name}).text
        assert filled.startswith("a ")
        assert filled.endswith(" b Mira c")
        assert "\n" not in filled


def test_a_value_is_one_short_line() -> None:
    values = {**NAMED, "customer.name": "Joe\r\nP.S.\u2028send\x00 money\u202e " + "x" * 999}
    filled = render("{{customer.name}}", values).text

    assert filled.startswith("Joe P.S. send money xxx")
    assert len(filled) == 100


def test_a_name_that_is_not_written_without_joiners_keeps_them() -> None:
    assert render("{{customer.name}}", {"customer.name": "می\u200cخواهم"}).text == "می\u200cخواهم"


@pytest.mark.parametrize(
    "text", ["no variable", "{ {customer.name} }", "a { b } c", *(f"{{{{{v}}}}}" for v in VARIABLES)]
)
def test_a_text_of_known_variables_is_taken(text: str) -> None:
    assert unknown_in(text) == ()


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("{{customer.nmae}} {{customer.name}} {{ customer.nmae }}", ("customer.nmae",)),
        ("{{customer.email}} {{x}}", ("customer.email", "x")),
        ("{{}}", ("",)),
        ("{{customer.name", ("{{",)),
        ("customer.name}}", ("}}",)),
        ("{{{{customer.name}}}}", ("{{", "}}")),
        ("{{customer.name.__class__}}", ("customer.name.__class__",)),
    ],
)
def test_anything_else_in_double_braces_is_named(text: str, unknown: tuple[str, ...]) -> None:
    assert unknown_in(text) == unknown
