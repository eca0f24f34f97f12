"""What stands in levels.yaml."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, PlainValidator, ValidationError, model_validator

from shared.case.hours.calendar import Calendar, Holiday
from shared.case.state.policy import SEVERITIES, Action
from shared.case.state.terms import QUIET
from shared.contracts.networks import NETWORKS
from shared.directory.abilities import Slug
from shared.levels.answers_entry import AnswersEntry
from shared.levels.conditions import ANY, Conditions, Entry
from shared.levels.consistency import problems
from shared.levels.durations import Seconds, seconds
from shared.levels.week import Week, holiday, week


def _by_severity(value: Any) -> Mapping[str, int]:
    if not isinstance(value, Mapping):
        return dict.fromkeys(SEVERITIES, seconds(value))
    wrong = [f"there is no severity {one!r}" for one in value if one not in SEVERITIES]
    wrong += [f"{one} is missing" for one in SEVERITIES if one not in value]
    if wrong:
        raise ValueError(f"{', '.join(wrong)}: write one duration for all, or each of {', '.join(SEVERITIES)}")
    return {severity: _named(severity, value[severity]) for severity in SEVERITIES}


def _named(severity: str, value: Any) -> int:
    try:
        return seconds(value)
    except ValueError as error:
        raise ValueError(f"{severity}: {error}") from None


def _once(value: Any) -> Any:
    if isinstance(value, list) and len({str(one) for one in value}) < len(value):
        raise ValueError("an action stands here twice: write it once")
    return value


def _share(value: Any) -> Any:
    if isinstance(value, bool) or not (isinstance(value, int | float) and 0 < value < 1):
        raise ValueError(f"{value} is no share of a target: write a number between 0 and 1, such as 0.75")
    return value


def _weight(value: Any) -> Any:
    if isinstance(value, int) and not 1 <= value <= 100:
        raise ValueError(f"{value} is no weight: write 1 to 100, what one case takes of an agent's capacity")
    return value


def _weighed(value: Any) -> Any:
    unknown = sorted(str(one) for one in value if one not in NETWORKS) if isinstance(value, Mapping) else []
    if unknown:
        raise ValueError(f"there is no network {', '.join(unknown)}; known are {', '.join(sorted(NETWORKS))}")
    return value


Target = Annotated[Mapping[str, int], PlainValidator(_by_severity)]
"""Seconds of open time by severity; written as one duration for all, or as one for each."""

Actions = Annotated[tuple[Action, ...], BeforeValidator(_once)]


class OpeningHours(Entry):
    """Weekly hours by the clock of a zone. `holidays`: the dates that differ, closed or with hours of their own."""

    zone: str
    hours: Annotated[Week, PlainValidator(week)]
    holidays: tuple[Annotated[Holiday, PlainValidator(holiday)], ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        self.calendar()
        return self

    def calendar(self) -> Calendar:
        """Return it as clocks count by it. Raises WrongCalendar, which validation has made sure of."""
        return Calendar(zone=self.zone, weekly=self.hours, holidays=self.holidays)


class Targets(Entry):
    """What is owed within which open time; a kind that is left out has no deadline."""

    first_response: Target | None = None
    next_response: Target | None = None
    resolution: Target | None = None


class PolicyEntry(Entry):
    """For whom, within what time, and what follows when that runs out. Without a calendar time always counts."""

    id: Slug
    match: Conditions = ANY
    calendar: Slug | None = None
    targets: Targets
    warn_at: Annotated[float, BeforeValidator(_share)] = 0.75
    on_warn: Actions = ()
    on_breach: Actions = ()
    quiet: Seconds = int(QUIET.total_seconds())


class QueueEntry(Entry):
    """Cases that ask the same of an agent: all of these skills and certifications."""

    id: Slug
    match: Conditions = ANY
    skills: frozenset[Slug] = frozenset()
    certifications: frozenset[Slug] = frozenset()


class Dispatch(Entry):
    """Rules of giving cases to agents. Durations in seconds."""

    offline_after: Seconds = 120
    silence_after: Seconds | None = None
    weights: Annotated[
        Mapping[str, Annotated[int, BeforeValidator(_weight), Field(strict=True)]], BeforeValidator(_weighed)
    ] = Field(default_factory=dict)
    reach_raises_from: Annotated[int | None, Field(strict=True, ge=1)] = None


DISPATCH: Final = Dispatch()
ANSWERS: Final = AnswersEntry()


class LevelsFile(Entry):
    """The whole file. Of policies and of queues the first that matches counts, and the last matches every case."""

    version: Literal[1]
    calendars: Mapping[Slug, OpeningHours] = Field(default_factory=dict)
    policies: tuple[PolicyEntry, ...]
    queues: tuple[QueueEntry, ...]
    dispatch: Dispatch = DISPATCH
    answers: AnswersEntry = ANSWERS

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        found = [*problems("policies", self.policies, self.calendars), *problems("queues", self.queues, self.calendars)]
        if found:
            raise ValidationError.from_exception_data("levels", found)
        return self
