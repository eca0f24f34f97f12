"""Many different people with one issue in a short time: the signals that are counted, and what came of them."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from shared.contracts.contract import Contract, Part, UtcDatetime


class Signal(Part):
    """One author's post that counts towards a storm."""

    author: str
    event_id: str
    occurred_at: UtcDatetime
    audience: int | None = None


class SignalsCounted(Contract):
    """Complaints of one brand with one intent, one record per batch, so that a hot brand costs little."""

    ce_type: ClassVar[str] = "care.signals.v1"

    version: Literal[1] = 1
    brand: str
    intent: str
    signals: Annotated[tuple[Signal, ...], Field(min_length=1)]


class StormKind(StrEnum):
    """What happened to the storm."""

    OPENED = "opened"
    GROWN = "grown"
    CALMED = "calmed"


class StormChanged(Contract):
    """A storm opened, grew or calmed. `storm_id` and `step` together are unique: the same step twice is one."""

    ce_type: ClassVar[str] = "care.storm.v1"

    version: Literal[1] = 1
    storm_id: str
    step: Annotated[int, Field(ge=0)]
    kind: StormKind
    brand: str
    intent: str
    label: str
    authors: Annotated[int, Field(ge=0)]
    window_seconds: int
    reach: int | None = None
    first_at: UtcDatetime
    latest_at: UtcDatetime
    members: tuple[str, ...] = ()
    at: UtcDatetime
