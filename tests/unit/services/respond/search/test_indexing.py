"""Following the cases: each batch is one look at the cases, and what announces none is set aside."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from services.respond.handlers.index_texts import Indexing
from services.respond.refill import refill
from shared.case.kept.announce import announcement_record
from shared.case.state.case import Case
from shared.contracts.deadletter import DeadLetter
from shared.contracts.topics import CASES
from shared.kafka.record import Incoming
from shared.runtime.errors import Unavailable
from tests.builders import NOON, a_case, a_message


@dataclass
class Kept:
    """Cases, texts and letters in memory."""

    cases: list[Case]
    asked: list[list[str]] = field(default_factory=list)
    kept: list[list[str]] = field(default_factory=list)
    letters: list[tuple[DeadLetter, str | None]] = field(default_factory=list)
    is_down: bool = False

    async def some(self, case_ids: Collection[str]) -> list[Case]:
        """Return these."""
        self.asked.append(list(case_ids))
        return [case for case in self.cases if case.id in case_ids]

    async def keep(self, cases: Sequence[Case], *, now: datetime) -> int:
        """Keep these."""
        if self.is_down:
            raise Unavailable("told to be down")
        self.kept.append([case.id for case in cases])
        return len(cases)


class Letters:
    """The quarantine in memory."""

    def __init__(self) -> None:
        self.kept: list[tuple[DeadLetter, str | None]] = []

    async def keep(self, letters: Sequence[tuple[DeadLetter, str | None]]) -> None:
        """Keep these."""
        self.kept += letters


def announced(case: Case, *, value: bytes | None = b"") -> Incoming:
    """A record of care.cases."""
    sent = announcement_record(case, source="/test", at=NOON)
    return Incoming(
        topic=CASES.name,
        partition=0,
        offset=0,
        key=sent.key,
        value=value if value != b"" else sent.value,
        headers=sent.headers,
        timestamp_ms=0,
    )


def an_indexing(kept: Kept, letters: Letters | None = None) -> Indexing:
    """Over what is kept."""
    return Indexing(cases=kept, texts=kept, letters=letters or Letters(), clock=lambda: NOON)


async def test_a_batch_is_one_look_at_the_cases_each_once() -> None:
    joes, anns = a_case(), a_case(author="ann", message=a_message("hers"))
    kept = Kept([joes, anns])

    rejected = await an_indexing(kept).handle([announced(joes), announced(anns), announced(joes)])

    assert (list(rejected), kept.asked) == ([], [[joes.id, anns.id]])
    assert sorted(kept.kept[0]) == sorted([joes.id, anns.id])


async def test_what_announces_no_case_goes_into_the_quarantine_and_stops_nobody() -> None:
    kept, letters = Kept([a_case()]), Letters()
    indexing = an_indexing(kept, letters)

    rejected = await indexing.handle([announced(a_case(), value=b"{no json"), announced(a_case())])
    await indexing.set_aside(rejected)

    assert kept.kept == [[a_case().id]]
    assert [(letter.station, brand) for letter, brand in letters.kept] == [("respond search", None)]


async def test_while_the_store_is_away_the_batch_is_not_done() -> None:
    with pytest.raises(Unavailable):
        await an_indexing(Kept([a_case()], is_down=True)).handle([announced(a_case())])


async def test_filling_goes_through_all_cases_and_counts_their_texts() -> None:
    class All:
        async def count(self) -> int:
            return 3

        async def batches(self):  # type: ignore[no-untyped-def]
            yield [a_case(), a_case(author="ann")]
            yield [a_case(author="bob")]

    kept = Kept([])

    assert await refill(All(), kept, clock=lambda: NOON) == 3
    assert [len(batch) for batch in kept.kept] == [2, 1]
