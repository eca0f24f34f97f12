"""Counting different people in bounded space, so that counting one twice, or in another order, changes nothing.

Keeps the smallest hashes seen ("k minimum values"). Up to 512 people the count is exact; beyond, it is an estimate with
a standard error of 4.4 %, from how small the 512th smallest hash is. Two counts merge into the count of both together.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

KEPT: Final = 512
_RANGE: Final = 2**64


@dataclass(frozen=True, slots=True)
class Distinct:
    """How many different people. `hashes` are of the smallest; `more` once some had to be let go."""

    hashes: frozenset[int] = frozenset()
    more: bool = False

    @property
    def count(self) -> int:
        """The number, exact unless `more`."""
        if not self.more:
            return len(self.hashes)
        return max(KEPT, round((KEPT - 1) * _RANGE / max(self.hashes)))

    def plus(self, person: str) -> "Distinct":
        """Return the count with one more person, or itself when they were counted already."""
        return self.with_hashes((hash_of(person),))

    def with_hashes(self, people: Iterable[int]) -> "Distinct":
        """Return the count with the people of these hashes, or itself when all were counted already."""
        new = {one for one in people if one not in self.hashes}
        if new and self.more:
            largest = max(self.hashes)
            new = {one for one in new if one < largest}
        return _smallest(self.hashes | new, self.more) if new else self

    def merged(self, other: "Distinct") -> "Distinct":
        """Return the count of both together; who is in both counts once."""
        return _smallest(self.hashes | other.hashes, self.more or other.more)


def hash_of(person: str) -> int:
    """Return 64 bits that stand for a person, the same in every process and for ever."""
    return int.from_bytes(blake2b(person.encode(), digest_size=8).digest(), "big")


def _smallest(hashes: frozenset[int], more: bool) -> Distinct:
    if len(hashes) <= KEPT:
        return Distinct(hashes, more)
    return Distinct(frozenset(sorted(hashes)[:KEPT]), True)
