"""Within a version a schema only grows, by optional fields."""

from copy import deepcopy
from typing import Any

import pytest

from shared.contracts.contract import Contract
from shared.contracts.mention import Mention
from tests.contract.additive import additions, breaks, widened
from tests.contract.catalogue import BY_TYPE, CONTRACTS, SCHEMAS, frozen_schema_of, named, schema_of

each_contract = pytest.mark.parametrize("contract", CONTRACTS, ids=named)


@each_contract
def test_a_version_only_ever_gains_optional_fields(contract: type[Contract]) -> None:
    assert breaks(frozen_schema_of(contract), schema_of(contract)) == []


@each_contract
def test_a_field_that_was_added_is_frozen_too_so_that_it_stays(contract: type[Contract]) -> None:
    added = additions(frozen_schema_of(contract), schema_of(contract))

    assert added == [], "commit them with `python -m tests.contract.freeze`, and add an example that has them"


def test_no_frozen_schema_is_of_a_type_that_nobody_carries() -> None:
    """Dropping a type loses what stands in the topics: keep it readable."""
    assert {path.stem for path in SCHEMAS.glob("*.json")} == BY_TYPE.keys()


@pytest.fixture
def schema() -> dict[str, Any]:
    """A schema to plant a change in: the mention's, which has every kind of field."""
    return deepcopy(schema_of(Mention))


def found(changed: dict[str, Any]) -> str:
    return "\n".join(breaks(schema_of(Mention), changed))


def test_a_new_optional_field_breaks_nobody(schema: dict[str, Any]) -> None:
    schema["properties"]["poll"] = {"type": "string", "default": ""}
    schema["$defs"]["Author"]["properties"]["pronouns"] = {"type": "string", "default": ""}

    assert found(schema) == ""
    assert additions(schema_of(Mention), schema) == ["/author/pronouns", "/poll"]


def test_a_parts_default_may_say_what_its_new_field_says_anyway(schema: dict[str, Any]) -> None:
    schema["$defs"]["Author"]["properties"]["pronouns"] = {"type": "string", "default": ""}
    schema["properties"]["author"]["default"]["pronouns"] = ""
    assert found(schema) == ""

    schema["properties"]["author"]["default"]["pronouns"] = "she"
    assert "/author: default was" in found(schema)


def test_a_parts_default_is_the_same_for_the_fields_that_it_had(schema: dict[str, Any]) -> None:
    schema["properties"]["author"]["default"]["is_bot"] = True

    assert "/author: default was" in found(schema)


def test_other_words_for_people_break_nobody(schema: dict[str, Any]) -> None:
    schema["description"] = schema["properties"]["text"]["title"] = "something else"

    assert found(schema) == ""


def test_a_new_required_field_breaks_the_records_of_yesterday(schema: dict[str, Any]) -> None:
    schema["properties"]["tenant"] = {"type": "string"}
    schema["required"].append("tenant")

    assert "/tenant: is new and required" in found(schema)
    assert "give it a default" in found(schema)


def test_a_field_cannot_become_required(schema: dict[str, Any]) -> None:
    schema["required"].append("text")

    assert "/text: became required" in found(schema)


def test_a_required_field_cannot_become_optional(schema: dict[str, Any]) -> None:
    schema["required"].remove("native_id")

    assert "/native_id: no longer required, but older readers refuse" in found(schema)


def test_a_field_cannot_be_removed(schema: dict[str, Any]) -> None:
    del schema["properties"]["text"]
    del schema["$defs"]["Author"]["properties"]["handle"]

    assert "/text: removed" in found(schema)
    assert "/author/handle: removed" in found(schema)
    assert "new version" in found(schema)


@pytest.mark.parametrize("values", [["created", "edited"], ["created", "edited", "deleted", "engagement", "boosted"]])
def test_an_enumeration_can_neither_narrow_nor_widen(schema: dict[str, Any], values: list[str]) -> None:
    """A narrower one refuses old records; of a wider one, older readers refuse the new ones."""
    schema["$defs"]["MentionKind"]["enum"] = values

    assert "/kind: enum was" in found(schema)


def test_an_enumeration_widens_only_by_name(schema: dict[str, Any]) -> None:
    """Who freezes takes it upon themselves that readers come before writers."""
    for name in ("MentionKind", "Trigger"):
        schema["$defs"][name]["enum"] = [*schema["$defs"][name]["enum"], "boosted"]

    left = "\n".join(breaks(widened(schema_of(Mention), schema, ["MentionKind"]), schema))
    assert "/kind:" not in left
    assert "/trigger: enum was" in left


def test_an_enumeration_named_as_widened_still_cannot_lose_a_value(schema: dict[str, Any]) -> None:
    schema["$defs"]["MentionKind"]["enum"] = ["created", "edited", "boosted"]

    assert "/kind: enum was" in "\n".join(breaks(widened(schema_of(Mention), schema, ["MentionKind"]), schema))


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("brand", {"type": "integer"}),
        ("brand", {"maxLength": 64}),
        ("brand", {"pattern": "^[a-z]+$"}),
        ("revision", {"default": "1"}),
        ("version", {"const": 2}),
        ("audience", {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "null"}]}),
        ("audience", {"anyOf": [{"type": "integer", "minimum": 0}]}),
        ("labels", {"items": {"type": "integer"}}),
    ],
)
def test_a_field_keeps_its_type_bounds_and_default(schema: dict[str, Any], field: str, change: dict[str, Any]) -> None:
    schema["properties"][field] |= change

    assert f"/{field}" in found(schema)
