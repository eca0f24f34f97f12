"""From a filter, as people and saved views give it, to what is asked of the cases now."""

from datetime import datetime, timedelta

from services.respond.domain.views import ME, Filter
from services.respond.queries.cases import Wanted
from shared.case.state.stage import Stage


def wanted_by(given: Filter, *, agent: str, now: datetime, due_before: datetime | None = None) -> Wanted:
    """Return which cases the filter names for this agent at this moment; of two deadlines the earlier one counts."""
    within = None if given.due_within is None else now + timedelta(seconds=given.due_within)
    return Wanted(
        stages=tuple(Stage(stage) for stage in given.stage),
        brand=given.brand,
        network=given.network,
        owner=agent if given.owner == ME else given.owner,
        owned=given.owned,
        queue=given.queue,
        severity=given.severity,
        intent=given.intent,
        language=given.language,
        tag=given.tag,
        due_before=min((at for at in (within, due_before) if at is not None), default=None),
    )
