"""The state of a case, announced each time it has changed."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from shared.contracts.contract import Contract, Part, UtcDatetime


class ClockState(Part):
    """An SLA clock as it stands: when it falls due, when it was met, when it was breached."""

    kind: str
    due_at: UtcDatetime | None = None
    fulfilled_at: UtcDatetime | None = None
    breached_at: UtcDatetime | None = None


class CaseAnnounced(Contract):
    """A case, as of one version. The id of an announcement is `case_id:case_version`; skip what you have seen."""

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
