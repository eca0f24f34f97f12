"""The committed examples parse for ever. Never change one: add another. Only `full` gains a value for a new field."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from shared.contracts.classification import MentionClassified
from shared.contracts.contract import Contract
from shared.contracts.identity import event_id
from shared.contracts.mention import Mention
from tests.contract.catalogue import ALL_EXAMPLES, BY_TYPE, CONTRACTS, EXAMPLES, examples_of, named, schema_of

each_example = pytest.mark.parametrize(("contract", "path"), ALL_EXAMPLES, ids=named)
each_contract = pytest.mark.parametrize("contract", CONTRACTS, ids=named)


@each_example
def test_an_example_parses_and_survives_being_written_again(contract: type[Contract], path: Path) -> None:
    parsed = contract.model_validate_json(path.read_bytes())

    assert contract.model_validate_json(parsed.model_dump_json()) == parsed


@each_contract
def test_each_type_has_several_examples(contract: type[Contract]) -> None:
    names = {path.stem for path in examples_of(contract)}

    assert {"minimal", "full", "unknown-fields"} <= names
    assert len(names) > 3


def test_examples_are_of_types_that_are_carried() -> None:
    """A type may leave no topic while its examples are here: its records are still in the topics."""
    assert {folder.name for folder in EXAMPLES.iterdir()} == BY_TYPE.keys()


@each_contract
def test_the_minimal_example_has_what_is_required_and_nothing_else(contract: type[Contract]) -> None:
    content = json.loads((EXAMPLES / contract.ce_type / "minimal.json").read_text())

    assert content.keys() == set(schema_of(contract)["required"])


@each_contract
def test_the_full_example_gives_every_field_a_value(contract: type[Contract]) -> None:
    parsed = contract.model_validate_json((EXAMPLES / contract.ce_type / "full.json").read_bytes())

    missing = _fields_of(contract) - {place for place, value in _values(parsed) if value is not None}
    # The original bytes travel on care.mentions only.
    assert missing == (set() if contract is not MentionClassified else {("Raw", "body")})


@each_contract
def test_unknown_fields_are_ignored(contract: type[Contract]) -> None:
    """A newer writer never breaks an older reader."""
    content = (EXAMPLES / contract.ce_type / "unknown-fields.json").read_bytes()
    parsed = contract.model_validate_json(content)

    assert json.loads(content).keys() - contract.model_fields.keys()
    assert "unknown" not in parsed.model_dump_json()


@pytest.mark.parametrize("path", examples_of(Mention), ids=named)
def test_an_example_mention_has_the_event_id_that_it_would_really_have(path: Path) -> None:
    found = Mention.model_validate_json(path.read_bytes())

    assert found.event_id == event_id(
        network=found.network,
        account_id=found.account_id,
        native_id=found.native_id,
        kind=found.kind.value,
        revision=found.revision,
    )


def _values(part: BaseModel) -> Iterator[tuple[tuple[str, str], Any]]:
    for name in part.model_fields_set:
        value = getattr(part, name)
        yield (type(part).__name__, name), value
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, BaseModel):
                yield from _values(inner)


def _fields_of(contract: type[Contract]) -> set[tuple[str, str]]:
    schema = schema_of(contract)
    parts = {**schema.get("$defs", {}), contract.__name__: schema}
    return {(part, field) for part, found in parts.items() for field in found.get("properties", ())}
