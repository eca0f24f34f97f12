"""Every contract that travels, with its committed examples and its frozen schema."""

import json
from pathlib import Path
from typing import Any, Final

from shared.contracts.contract import Contract
from shared.contracts.topics import TOPICS

CONTRACTS: Final = tuple(carried for topic in TOPICS for carried in topic.carries)
BY_TYPE: Final = {contract.ce_type: contract for contract in CONTRACTS}

_HERE: Final = Path(__file__).parent
EXAMPLES: Final = _HERE / "examples"
SCHEMAS: Final = _HERE / "schemas"


def examples_of(contract: type[Contract]) -> list[Path]:
    """The committed examples of one type."""
    return sorted((EXAMPLES / contract.ce_type).glob("*.json"))


ALL_EXAMPLES: Final = [(contract, path) for contract in CONTRACTS for path in examples_of(contract)]


def named(value: object) -> str:
    """How a contract or an example is called in a test's name."""
    if isinstance(value, type) and issubclass(value, Contract):
        return value.ce_type
    return value.stem if isinstance(value, Path) else str(value)


def example(contract: type[Contract], name: str) -> Contract:
    """One example, parsed."""
    return contract.model_validate_json((EXAMPLES / contract.ce_type / f"{name}.json").read_bytes())


def schema_of(contract: type[Contract]) -> dict[str, Any]:
    """The JSON schema of a contract as a reader has it."""
    return contract.model_json_schema(mode="validation")


def frozen_schema_of(contract: type[Contract]) -> dict[str, Any]:
    """The JSON schema of a contract as it was committed."""
    found: dict[str, Any] = json.loads((SCHEMAS / f"{contract.ce_type}.json").read_text())
    return found
