"""Which cases a policy or a queue is for, as it stands in the file."""

from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from shared.case.state.policy import SEVERITIES
from shared.directory.abilities import Languages, Networks, Slug

Severity = Literal["low", "normal", "high", "critical"]
Word = Annotated[str, Field(min_length=1, max_length=100)]


def _listed(value: Any) -> Any:
    if isinstance(value, str):
        raise ValueError(f"write a list: [{value}]")
    if value is None or value == []:
        raise ValueError("an empty list would match no case: name some, or leave the condition out to match every case")
    return value


def all_is_any(value: frozenset[str]) -> frozenset[str]:
    """Return no condition where every severity is named."""
    return frozenset() if len(value) == len(SEVERITIES) else value


LISTED: Final = BeforeValidator(_listed)
"""A list with something in it."""


class Entry(BaseModel):
    """A part of the file: nothing changes it, and nothing unknown stands in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Hours(Entry):
    """Did the case open within a calendar's hours (open: true), or outside them?"""

    calendar: Slug
    open: Annotated[bool, Field(strict=True)]


class Conditions(Entry):
    """All that are given must hold; a list does when the case has one of its words. Intents and tiers are free text."""

    brands: Annotated[frozenset[Slug], LISTED] = frozenset()
    networks: Annotated[Networks, LISTED] = frozenset()
    severities: Annotated[frozenset[Severity], LISTED, AfterValidator(all_is_any)] = frozenset()
    tiers: Annotated[frozenset[Word], LISTED] = frozenset()
    languages: Annotated[Languages, LISTED] = frozenset()
    intents: Annotated[frozenset[Word], LISTED] = frozenset()
    needs_answer: Annotated[bool | None, Field(strict=True)] = None
    hours: Hours | None = None

    def cover(self, other: "Conditions") -> bool:
        """Does every case that meets the others meet these?"""
        lists = ("brands", "networks", "severities", "tiers", "languages", "intents")
        return (
            all(not getattr(self, one) or frozenset() < getattr(other, one) <= getattr(self, one) for one in lists)
            and self.needs_answer in (None, other.needs_answer)
            and self.hours in (None, other.hours)
        )


ANY: Final = Conditions()
"""Every case."""
