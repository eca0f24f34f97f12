"""An open storm, as it is remembered."""

from dataclasses import dataclass

from services.classify.domain.distinct import Distinct


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An open storm. `keys`: what its people speak of, the one that opened it first. Times are milliseconds.

    `hot_at`: when more was said of it than usual for the last time. `level`: at how many people the next step comes;
    `fresh`: posts since the last step.
    """

    storm_id: str
    intent: str
    label: str
    keys: tuple[str, ...]
    score: float
    step: int
    level: int
    first_at: int
    latest_at: int
    hot_at: int
    people: Distinct
    reach: int
    terms: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
