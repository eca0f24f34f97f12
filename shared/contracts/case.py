"""The state of a case, announced each time it has changed."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from shared.contracts.contract import Contract, Part, UtcDatetime


class ClockState(Part):
    """An SLA clock as it stands: when it falls due, when it was met, when a warning and a breach were recorded."""

    kind: str
    due_at: UtcDatetime | None = None
    fulfilled_at: UtcDatetime | None = None
    warned_at: UtcDatetime | None = None
    breached_at: UtcDatetime | None = None


class NoticeGiven(Part):
    """Somebody is to be told of a warning or a breach. `to`: an agent's id; None: the supervisors."""

    about: str
    at: UtcDatetime
    to: str | None = None


class DeadlinePassed(Part):
    """A warning or a breach, at its own instant. `origin`: the merged case whose clock it was."""

    kind: str
    move: Literal["warn", "breach"]
    at: UtcDatetime
    origin: str | None = None


class CaseAnnounced(Contract):
    """A case, as of one version. The id of an announcement is `case_id:case_version`; skip what you have seen.

    Of each kind of clock it holds the newest. `notices` are those given since the case was last announced.
    `passed`: the newest 20 warnings and breaches of all its clocks, so that who skips versions misses none.
    `answered_at`: when our newest answer reached the customer. `absorbed`: the cases that were merged into this one.
    """

    ce_type: ClassVar[str] = "care.case.v1"

    version: Literal[1] = 1
    case_id: str
    case_version: Annotated[int, Field(ge=1)]
    brand: str
    network: str
    customer_key: str
    customer_handle: str | None = None
    stage: str
    owner: str | None = None
    disposition: str | None = None
    severity: str
    intent: str | None = None
    language: str | None = None
    message_count: Annotated[int, Field(ge=0)]
    opened_at: UtcDatetime
    changed_at: UtcDatetime
    clocks: tuple[ClockState, ...] = ()
    policy: str | None = None
    queue: str | None = None
    merged_into: str | None = None
    notices: tuple[NoticeGiven, ...] = ()
    passed: tuple[DeadlinePassed, ...] = ()
    answered_at: UtcDatetime | None = None
    absorbed: tuple[str, ...] = ()
