"""How much of the network's room an answer takes. Measuring is the network's; this says what the numbers mean."""

from services.respond.domain.checks.finding import Remark
from shared.levels.answers import Check


def too_long(*, used: int, limit: int, unit: str, parts: int, most_parts: int) -> Remark | None:
    """Say that an answer does not fit one post. `used` and `limit` (of one post) are in `unit`."""
    if parts <= 1:
        return None
    what = f"this is {used} {unit} and a post takes {limit}: it becomes {parts} posts; shorten it if you can"
    if parts > most_parts:
        what = f"this is {used} {unit} and would take {parts} posts; it is refused above {most_parts}: shorten it"
    return Remark(check=Check.LENGTH, what=what)
