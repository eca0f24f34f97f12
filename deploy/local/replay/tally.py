"""What has happened so far."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from deploy.local.replay.answers import Taken
from deploy.local.replay.posts import Mapping, NotACustomers, Post, Unmappable
from deploy.local.replay.rows import Row


@dataclass
class Tally:
    """Counts. Every row read is in one of `sent`, `unmappable` and `companies`, or still in hand."""

    rows: int = 0
    companies: int = 0  # posts of a company's own, which nobody has to answer
    unmappable: Counter[str] = field(default_factory=Counter)
    sent: int = 0
    accepted: int = 0
    accepted_ids: set[bytes] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)
    quarantined: int = 0
    ignored: int = 0
    refused: int = 0
    reasons: Counter[str] = field(default_factory=Counter)  # why ingest did not take what it did not take
    busy: int = 0  # answers "later" (429, 503)
    broken: int = 0  # requests without an answer: refused, reset or timed out

    @property
    def done(self) -> int:
        """Rows that need nothing more."""
        return self.sent + self.companies + self.unmappable.total()

    @property
    def repeated(self) -> int:
        """Posts that stand in the file more than once, and count once."""
        return self.accepted - len(self.accepted_ids)

    def posts(self, rows: Iterable[Row], mapping: Mapping, *, limit: int | None) -> Iterator[Post]:
        """The posts in these rows. What is none is counted, by its reason."""
        for row in islice(rows, limit):
            self.rows += 1
            try:
                yield mapping.post(row)
            except Unmappable as reason:
                self.unmappable[str(reason)] += 1
            except NotACustomers:
                self.companies += 1

    def note(self, found: Taken, *, sent: int) -> None:
        self.sent += sent
        self.accepted += len(found.accepted)
        self.accepted_ids.update(bytes.fromhex(one) for one in found.accepted)
        self.letters.update(found.letters)
        self.quarantined += sent - len(found.accepted) - found.ignored - found.refused
        self.ignored += found.ignored
        self.refused += found.refused
        self.reasons.update(found.reasons)
