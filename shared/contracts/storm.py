"""Many different people with one issue in a short time: the signals that are counted, and what came of them."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from shared.contracts.contract import Contract, Part, UtcDatetime

Key = Annotated[str, Field(min_length=1, max_length=64)]
AuthorHash = Annotated[str, Field(pattern="^[0-9a-f]{16}$")]


class Signal(Part):
    """One author's post that counts towards a storm.

    `terms`: its words that are worth counting, folded. `concepts`: what it is about in any language (`outage`, `app`,
    `outage+app`). `sketch`: sixteen bytes in hex by which near-copies are told; empty for very short texts. The text
    itself does not travel.
    """

    author: str
    event_id: str
    occurred_at: UtcDatetime
    audience: int | None = None
    terms: Annotated[tuple[Key, ...], Field(max_length=24)] = ()
    concepts: Annotated[tuple[Key, ...], Field(max_length=12)] = ()
    sketch: Annotated[str, Field(pattern="^([0-9a-f]{32})?$")] = ""


class Crowd(Part):
    """Complaints beyond those that one batch tells singly of a brand: they make a storm larger, but open none.

    `authors` are 64-bit hashes of the authors (hex), `members` some of the event ids, `at` the time of the latest.
    """

    at: UtcDatetime
    authors: Annotated[tuple[AuthorHash, ...], Field(min_length=1)]
    members: tuple[str, ...] = ()
    reach: Annotated[int, Field(ge=0)] = 0


class SignalsCounted(Contract):
    """Complaints of one brand with one intent, one record per batch, so that a hot brand costs little."""

    ce_type: ClassVar[str] = "care.signals.v1"

    version: Literal[1] = 1
    brand: str
    intent: str
    signals: Annotated[tuple[Signal, ...], Field(min_length=1)]
    crowds: tuple[Crowd, ...] = ()


class StormKind(StrEnum):
    """What happened to the storm."""

    OPENED = "opened"
    GROWN = "grown"
    CALMED = "calmed"


class StormChanged(Contract):
    """A storm opened, grew or calmed. `storm_id` and `step` together are unique: the same step twice is one.

    `terms`: the words that set its posts apart from the brand's usual ones, the strongest first. `score`: how unlikely
    it was, when it opened, that so many people spoke of one thing by chance (natural logarithm).
    """

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
    terms: tuple[str, ...] = ()
    score: float | None = None
    at: UtcDatetime
