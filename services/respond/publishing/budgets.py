"""What networks last said that our accounts may still do: one stops before the last of it, not at a refusal."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from services.respond.networks.outbound import Allowance
from services.respond.publishing.pauses import Rest

_COUNT: Final[Mapping[str, str]] = {"POST": "posting", "GET": "reading"}
"""By HTTP method, what a sending needs: it reads its parent, and posts. Networks count the two apart."""
_SMALL_SHARE: Final = 10


class Budgets:
    """In memory: what each answer of a network says is newer than anything that was kept."""

    def __init__(self, *, spare: int) -> None:
        """`spare`: how many requests of a budget are left alone; of a small budget, a tenth."""
        self._spare = spare
        self._seen: dict[tuple[str, str], Allowance] = {}

    def saw(self, account_id: str, method: str, allowance: Allowance | None) -> None:
        """Take note of what an answer to a request of this account said, if it did."""
        if allowance is not None and method in _COUNT:
            self._seen[account_id, _COUNT[method]] = allowance

    def used_up(self, account_id: str, *, now: datetime) -> Rest | None:
        """Return until when the account should not begin anything; None: it has enough left."""
        rests = [
            Rest(until=found.until, reason=f"the network's budget for {what} is nearly used up")
            for what in _COUNT.values()
            if (found := self._seen.get((account_id, what))) is not None
            and found.until > now
            and found.remaining <= min(self._spare, found.limit // _SMALL_SHARE)
        ]
        return max(rests, key=lambda rest: rest.until, default=None)
