"""Contracts as Kafka records: JSON in the value, CloudEvents 1.0 and W3C traceparent in the headers.

The CloudEvents Kafka protocol binding in binary mode: each attribute is a header `ce_<name>`.
"""

from datetime import datetime
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from shared.contracts.contract import Contract
from shared.contracts.topics import Topic
from shared.kafka.record import Incoming, Outgoing
from shared.runtime.errors import Poison

C = TypeVar("C", bound=Contract)

_FIXED: Final = (("ce_specversion", b"1.0"), ("content-type", b"application/json"))


def pack(
    topic: Topic,
    fact: Contract,
    *,
    key: str,
    fact_id: str,
    source: str,
    at: datetime,
    traceparent: str | None = None,
    timestamp_ms: int | None = None,
) -> Outgoing:
    """Return the record that carries `fact`. `source` names the writing station: `/earshot/ingest`."""
    if not isinstance(fact, topic.carries):
        raise TypeError(f"{topic.name} does not carry {type(fact).__name__}")
    headers: list[tuple[str, bytes]] = [
        *_FIXED,
        ("ce_id", fact_id.encode()),
        ("ce_source", source.encode()),
        ("ce_type", fact.ce_type.encode()),
        ("ce_time", at.isoformat().encode()),
    ]
    if traceparent is not None:
        headers.append(("traceparent", traceparent.encode()))
    return Outgoing(
        topic=topic.name,
        key=key.encode(),
        value=fact.__pydantic_serializer__.to_json(fact),
        headers=tuple(headers),
        timestamp_ms=timestamp_ms,
    )


def unpack(record: Incoming, expected: type[C]) -> C:
    """Return the fact that a record carries.

    Raises Poison when it is of another type, or its value is not what that type promises.
    """
    found = record.header("ce_type")
    if found is not None and found != expected.ce_type.encode():
        raise Poison(f"expected {expected.ce_type}, found {found.decode(errors='replace')}")
    if record.value is None:
        raise Poison(f"expected {expected.ce_type}, found an empty record")
    try:
        return expected.model_validate_json(record.value)
    except ValidationError as error:
        raise Poison(f"not a {expected.ce_type}: {summary(error)}") from error


def summary(error: ValidationError) -> str:
    """Return what is wrong, field by field, without repeating the values (they are the customer's words)."""
    problems: list[dict[str, Any]] = [dict(found) for found in error.errors(include_input=False, include_url=False)]
    return "; ".join(f"{'/'.join(str(step) for step in found['loc']) or '/'}: {found['msg']}" for found in problems[:5])
