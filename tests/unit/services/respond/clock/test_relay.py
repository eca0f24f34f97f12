"""What respond changed is announced at least once, in its newest version, under ids that let readers skip repeats."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from services.respond.relay import Relay, announcements
from shared.case.commands import Assign, Command
from shared.case.keeping import announcing
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus
from shared.contracts.case import CaseAnnounced
from shared.contracts.envelope import unpack
from shared.contracts.reply import ReplyChanged, ReplyState
from shared.contracts.topics import CASES, REPLIES
from shared.kafka.record import Incoming, Outgoing
from shared.runtime.errors import Unavailable
from tests.builders import NOON, a_case, a_message, after, an_answer
from tests.fakes.cases import InMemoryCases
from tests.unit.services.respond.publisher.bench import Crash


class Kafka:
    """Keeps what is sent. `troubles` are raised one by one, after the records were taken."""

    def __init__(self, *troubles: BaseException) -> None:
        self.records: list[Outgoing] = []
        self.sends = 0
        self._troubles = list(troubles)

    async def start(self) -> None:
        return

    async def send(self, records: Sequence[Outgoing]) -> None:
        self.sends += 1
        self.records += records
        if self._troubles:
            raise self._troubles.pop(0)

    def told(self) -> list[tuple[str, str]]:
        return [(record.topic, dict(record.headers)["ce_id"].decode()) for record in self.records]


def changed(case: Case, *commands: Command) -> Case:
    """The case after commands whose announcement is still owed."""
    return announcing(lambda before: after(before, *commands))(case)


def relay(store: InMemoryCases, kafka: Kafka, *, batch: int = 200) -> Relay:
    return Relay(cases=store, facts=kafka, clock=lambda: NOON, poll_seconds=0.001, batch=batch)


ASSIGN = Assign(agent="mira", by="mira")


async def test_a_changed_case_is_announced_once_and_then_no_more() -> None:
    store, kafka = InMemoryCases(changed(a_case(), ASSIGN)), Kafka()

    assert [await relay(store, kafka).announce() for _ in range(2)] == [1, 0]

    [case] = store.cases.values()
    assert kafka.told() == [(CASES.name, f"{case.id}:2")]


async def test_an_answer_is_announced_with_its_case_under_the_version_in_which_it_moved() -> None:
    opened = a_case()
    case = changed(opened, an_answer(opened))
    posted = changed(
        replace(case, announce_from=None),
        StartSending(reply_id="r-1", until=NOON),
        ReportPosted(reply_id="r-1", native_id="n", url="https://there/1", posted_at=NOON),
    )
    kafka = Kafka()

    await relay(InMemoryCases(posted), kafka).announce()

    assert kafka.told() == [(CASES.name, f"{case.id}:4"), (REPLIES.name, "r-1:4")]
    record = kafka.records[1]
    told = unpack(
        Incoming(topic=record.topic, partition=0, offset=0, key=record.key, value=record.value, headers=record.headers),
        ReplyChanged,
    )
    assert (told.state, told.native_id, told.case_version, record.key) == (ReplyState.POSTED, "n", 4, case.id.encode())


async def test_an_answer_that_did_not_move_is_not_told_again() -> None:
    opened = a_case()
    answered = after(opened, an_answer(opened))
    case = changed(answered, StartSending(reply_id="r-1", until=NOON))
    told_before = replace(answered, announce_from=None)
    unmoved = replace(told_before, version=5, announce_from=5)

    assert len(announcements(case, at=NOON)) == 2
    assert len(announcements(unmoved, at=NOON)) == 1


async def test_a_crash_between_announcement_and_mark_announces_again_under_the_same_id() -> None:
    store, kafka = InMemoryCases(changed(a_case(), ASSIGN)), Kafka(Crash())
    with pytest.raises(Crash):
        await relay(store, kafka).announce()

    await relay(store, kafka).announce()

    assert kafka.told()[0] == kafka.told()[1]
    assert await relay(store, kafka).announce() == 0


async def test_a_change_between_announcement_and_mark_is_announced_in_its_newer_version() -> None:
    store = InMemoryCases(changed(a_case(), ASSIGN))
    [case_id] = store.cases

    class Busy(Kafka):
        async def send(self, records: Sequence[Outgoing]) -> None:
            await super().send(records)
            if self.sends == 1:
                await store.update(case_id, announcing(lambda case: after(case, an_answer(case))))

    kafka = Busy()
    assert [await relay(store, kafka).announce() for _ in range(3)] == [1, 1, 0]

    assert kafka.told() == [(CASES.name, f"{case_id}:2"), (CASES.name, f"{case_id}:3"), (REPLIES.name, "r-1:3")]


async def test_a_batch_is_one_write_and_the_rest_follows() -> None:
    cases = [changed(a_case(message=a_message(f"p-{number}"), author=f"j-{number}"), ASSIGN) for number in range(5)]
    kafka = Kafka()
    teller = relay(InMemoryCases(*cases), kafka, batch=3)

    assert [await teller.announce() for _ in range(3)] == [3, 2, 0]
    assert kafka.sends == 2


async def test_while_kafka_is_away_changes_wait_where_they_are() -> None:
    store, kafka = InMemoryCases(changed(a_case(), ASSIGN)), Kafka(*[Unavailable("no broker")] * 2)
    stop = asyncio.Event()
    running = asyncio.create_task(relay(store, kafka).run(stop))
    async with asyncio.timeout(10):
        while any(case.announce_from for case in store.cases.values()):
            await asyncio.sleep(0.005)
    stop.set()
    await running

    assert len(set(kafka.told())) == 1


async def test_one_case_that_cannot_be_told_does_not_silence_the_others() -> None:
    good = changed(a_case(), ASSIGN)
    broken = replace(changed(a_case(message=a_message("p"), author="ann"), ASSIGN), stage=None)  # type: ignore[arg-type]
    kafka = Kafka()

    await relay(InMemoryCases(broken, good), kafka).announce()

    assert kafka.told() == [(CASES.name, f"{good.id}:2")]


async def test_neither_the_customers_words_nor_ours_are_announced() -> None:
    opened = a_case(message=a_message(text="my secret number is 4711"))
    case = changed(opened, an_answer(opened, text="your number 4711 is safe", frozen='{"status": "4711"}'))

    assert not [record for record in announcements(case, at=NOON) if b"4711" in (record.value or b"")]


def test_what_is_announced_can_be_read() -> None:
    [record] = announcements(changed(a_case(), ASSIGN), at=NOON)
    read = unpack(
        Incoming(topic=record.topic, partition=0, offset=0, key=record.key, value=record.value, headers=record.headers),
        CaseAnnounced,
    )

    assert (read.case_version, read.owner) == (2, "mira")


@pytest.mark.parametrize("status", list(ReplyStatus))
def test_an_answer_of_every_status_can_be_told_of(status: ReplyStatus) -> None:
    """One that could not would keep its whole case from being announced."""
    case = changed(a_case(), an_answer(a_case()))
    moved = replace(case, replies=(replace(case.replies[0], status=status),))

    [_, told] = announcements(moved, at=NOON)

    assert (told.topic, status.value in (told.value or b"").decode()) == (REPLIES.name, True)
