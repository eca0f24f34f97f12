"""What an incident's steps are told as."""

from datetime import UTC, datetime, timedelta
from typing import Final

from services.classify.domain.storms.incident import Incident
from services.classify.domain.storms.rules import StormRules
from shared.contracts.storm import StormChanged, StormKind

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def changed(brand: str, incident: Incident, kind: StormKind, *, at: int, rules: StormRules) -> StormChanged:
    """Return the fact of an incident's present step."""
    return StormChanged(
        storm_id=incident.storm_id,
        step=incident.step,
        kind=kind,
        brand=brand,
        intent=incident.intent,
        label=incident.label,
        authors=incident.people.count,
        window_seconds=rules.window_ms // 1000,
        reach=incident.reach or None,
        first_at=instant(incident.first_at),
        latest_at=instant(incident.latest_at),
        members=incident.fresh,
        terms=incident.terms,
        score=round(incident.score, 1),
        at=instant(at),
    )


def instant(millis: int) -> datetime:
    """Return an instant, exactly."""
    return _EPOCH + timedelta(milliseconds=millis)
