"""A sender's claim to the undelivered events of one subject at one webhook: one sender's at a time."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A backlog in a sender's hands until its lease runs out. `added` counts what was ever put into it.

    `failures`: of its first event, in a row; `failing_since`: the first of them.
    """

    id: str
    webhook: str
    subject: str
    token: str
    added: int
    failures: int = 0
    failing_since: datetime | None = None
