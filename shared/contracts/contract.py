"""The rules that every contract keeps: frozen, additive within a version, UTC to the millisecond."""

from datetime import UTC, datetime
from typing import Annotated, ClassVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict


def to_utc_millis(value: datetime) -> datetime:
    """Return the same instant in UTC, cut to milliseconds, the precision that MongoDB keeps.

    Raises ValueError for the first and last hours of the calendar that have no UTC.
    """
    try:
        there = value.astimezone(UTC)
    except OverflowError:
        raise ValueError("lies outside the years 1 to 9999 in UTC") from None
    # Among ourselves all times are cut already, and `replace` costs more than all the rest.
    excess = there.microsecond % 1000
    return there.replace(microsecond=there.microsecond - excess) if excess else there


UtcDatetime = Annotated[AwareDatetime, AfterValidator(to_utc_millis)]
"""An instant. Naive times are refused, other zones converted; precision is one millisecond."""


class Part(BaseModel):
    """A piece of a contract. Unknown fields are ignored, so that a newer writer never breaks an older reader."""

    model_config = ConfigDict(frozen=True, extra="ignore", ser_json_inf_nan="null")


class Contract(Part):
    """A past-tense fact that travels on a topic under its CloudEvents type."""

    ce_type: ClassVar[str]
    """CloudEvents `type`, ending in the schema's version: `care.mention.v1`."""
