"""How long the publisher waits for what."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """`attempt` is shorter than `lease`: a worker that lost its time stops before another may doubt its answer."""

    attempt: timedelta = timedelta(seconds=15)
    """From the claim of an answer to the last moment at which something may be written to the network."""
    lease: timedelta = timedelta(seconds=30)
    """From the claim until `sending` counts as unknown."""
    first_look: timedelta = timedelta(seconds=2)
    absent_after: timedelta = timedelta(seconds=60)
    """How long a network may take to show a post: an earlier look-up proves presence, never absence."""
    settle_within: timedelta = timedelta(minutes=14)
    """After this a person is asked (RELIABILITY, I9: within 15 minutes)."""
    looks: int = 20
    sendings: int = 3
    """How often an answer may be sent whose earlier sendings were unknown and then proven absent."""
    first_wait: timedelta = timedelta(seconds=2)
    longest_wait: timedelta = timedelta(minutes=5)
    longest_rest: timedelta = timedelta(minutes=1)
    """Of a whole account, and between two look-ups: shorter than an answer's own, so that answers take turns trying."""
    unarmed_wait: timedelta = timedelta(minutes=5)
    delete_wait: timedelta = timedelta(seconds=30)

    def __post_init__(self) -> None:
        if self.attempt >= self.lease:
            raise ValueError("an attempt must be over before its lease is")

    def wait(self, times: int) -> timedelta:
        """Return how long an answer waits for its next sending after so many waits: twice as long each time."""
        return min(self.first_wait * (1 << min(times, 20)), self.longest_wait)

    def rest(self, times: int) -> timedelta:
        """Return how long an account rests after so many troubles in a row before this one."""
        return min(self.first_wait * (1 << min(times, 20)), self.longest_rest)

    def look(self, looks: int) -> timedelta:
        """Return how long to wait before the next look-up after so many."""
        return min(self.first_look * (1 << min(looks, 20)), self.longest_rest)
