"""Walking the audit trail from its first entry: is every entry there, untouched, in its place?"""

from dataclasses import dataclass, field
from typing import Final, Literal

from services.respond.domain.audit import BEGINNING, Entry, Head, hash_of

Break = Literal["missing", "touched", "unreadable", "cut off", "rewritten"]

WORDS: Final[dict[Break, str]] = {
    "missing": "entries are missing before this one: they were deleted",
    "touched": "this entry, or the one before it, is not what was written: it was changed, moved or put in",
    "unreadable": "this is no entry of ours: something was added to it or taken from it",
    "cut off": "the trail ends before the head that was noted: its newest entries were deleted",
    "rewritten": "the entry at the head that was noted has another hash: the trail was written anew up to there",
}
_TOLD: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Where the chain is broken, and how."""

    seq: int
    kind: Break


@dataclass(slots=True)
class Walk:
    """Takes the entries in order. `noted` are heads that were written down elsewhere, while the trail ended there."""

    noted: tuple[Head, ...] = ()
    head: Head = BEGINNING
    entries: int = 0
    problems: list[Problem] = field(default_factory=list)
    _agreed: set[Head] = field(default_factory=set)

    def take(self, entry: Entry) -> None:
        """Check one entry against the one before it. After a break it goes on from what stands there."""
        self.entries += 1
        if entry.seq != self.head.seq + 1:
            # What it is chained to is gone, so that its own hash cannot be judged.
            self._tell(entry.seq, "missing")
        elif entry.hash != hash_of(entry.note, seq=entry.seq, previous=self.head.hash):
            self._tell(entry.seq, "touched")
        self._agreed.update(one for one in self.noted if one == entry.head)
        self.head = entry.head

    def take_unreadable(self, seq: int, stored: str) -> None:
        """Take what stands at that number and is no entry, with the hash that it claims."""
        self.entries += 1
        self._tell(seq, "unreadable")
        self.head = Head(seq=seq, hash=stored)

    def end(self) -> list[Problem]:
        """Return all problems (the first hundred in the chain itself), with what the noted heads tell."""
        cut = [Problem(seq=one.seq, kind="cut off") for one in self.noted if one.seq > self.head.seq]
        other = [one for one in self.noted if one.seq <= self.head.seq and one not in {BEGINNING, *self._agreed}]
        return [*self.problems, *cut, *(Problem(seq=one.seq, kind="rewritten") for one in other)]

    def _tell(self, seq: int, kind: Break) -> None:
        if len(self.problems) < _TOLD:
            self.problems.append(Problem(seq=seq, kind=kind))
