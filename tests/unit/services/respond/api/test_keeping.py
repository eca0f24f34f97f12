"""The keeper and the replay: nothing lost, nothing twice, nothing to the wrong place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from services.respond.domain.letter import KeptLetter, Replay
from services.respond.domain.scope import Scope
from services.respond.handlers.keep import Keeper
from services.respond.handlers.replay import NoSuchLetter, Replays
from shared.case.refused import Refused
from shared.contracts.deadletter import DeadLetter, as_base64
from shared.contracts.envelope import pack
from shared.contracts.quarantine import letter_record
from shared.contracts.storm import StormChanged
from shared.contracts.topics import STORMS
from shared.directory.model import Directory
from shared.kafka.record import Incoming, Outgoing
from tests.builders import NOON

DIRECTORY = Directory.model_validate(
    {
        "version": 1,
        "brands": [{"id": "discus", "name": "Discus"}, {"id": "quay", "name": "Quay"}],
        "senders": [{"id": "helpdesk", "brand": "quay", "bearer": ["not-a-secret-at-all"]}],
    }
)


def a_letter(letter_id: str = "route:care.classified:0:7", **fields: object) -> DeadLetter:
    given: dict[str, object] = {
        "letter_id": letter_id,
        "station": "route",
        "reason": "not a care.mention.v1",
        "topic": "care.classified",
        "key": as_base64(b"discus/mastodon/joe"),
        "value": as_base64(b"\xff\x00"),
        "headers": (("traceparent", as_base64(b"00-1") or ""),),
        "at": NOON,
    }
    return DeadLetter.model_validate({**given, **fields})


def a_storm(step: int = 1) -> StormChanged:
    return StormChanged.model_validate(
        {
            "storm_id": "s-1",
            "step": step,
            "kind": "opened",
            "brand": "discus",
            "intent": "delivery",
            "label": "parcels",
            "authors": 12,
            "window_seconds": 3600,
            "first_at": NOON,
            "latest_at": NOON,
            "at": NOON,
        }
    )


def incoming(record: Outgoing, offset: int = 0) -> Incoming:
    return Incoming(
        topic=record.topic, partition=0, offset=offset, key=record.key, value=record.value, headers=record.headers
    )


class Letters:
    """The quarantine, in memory."""

    def __init__(self, *letters: KeptLetter) -> None:
        self.letters = {kept.letter.letter_id: kept for kept in letters}
        self.writes = 0

    async def keep(self, letters: Sequence[tuple[DeadLetter, str | None]]) -> None:
        self.writes += 1
        for letter, brand in letters:
            self.letters.setdefault(letter.letter_id, KeptLetter(letter=letter, brand=brand, state="waiting"))

    async def get(self, scope: Scope, letter_id: str) -> KeptLetter | None:
        kept = self.letters.get(letter_id)
        return kept if kept is not None and scope.sees(kept.brand) else None

    async def replayed(self, letter_id: str, *, by: str, at: datetime) -> None:
        kept = self.letters[letter_id]
        self.letters[letter_id] = replace(kept, state="replayed", replays=(*kept.replays, Replay(by=by, at=at)))


class Board:
    """Storms, in memory."""

    def __init__(self) -> None:
        self.storms: list[StormChanged] = []

    async def keep(self, storms: Sequence[StormChanged]) -> None:
        self.storms += storms


def a_keeper() -> tuple[Keeper, Letters, Board]:
    letters, board = Letters(), Board()
    return Keeper(letters=letters, storms=board, directory=DIRECTORY, clock=lambda: NOON), letters, board


async def test_a_batch_of_letters_and_storms_is_one_write_of_each() -> None:
    keeper, letters, board = a_keeper()
    storm = pack(STORMS, a_storm(), key="discus", fact_id="s-1:1", source="/earshot/classify", at=NOON)
    batch = [
        incoming(letter_record(a_letter("a"))),
        incoming(letter_record(a_letter("b"))),
        incoming(storm),
    ]

    assert await keeper.handle(batch) == []
    assert (set(letters.letters), letters.writes) == ({"a", "b"}, 1)
    assert board.storms == [a_storm()]


async def test_a_letter_belongs_to_the_brand_that_leads_its_key() -> None:
    keeper, letters, _ = a_keeper()

    await keeper.handle([incoming(letter_record(a_letter("a")))])

    assert letters.letters["a"].brand == "discus"


async def test_a_letter_that_never_reached_a_topic_belongs_to_its_senders_brand() -> None:
    keeper, letters, _ = a_keeper()

    await keeper.handle([incoming(letter_record(a_letter("a", topic=None, key=None, origin="helpdesk")))])

    assert letters.letters["a"].brand == "quay"


async def test_a_letter_with_a_made_up_brand_belongs_to_nobody() -> None:
    keeper, letters, _ = a_keeper()

    await keeper.handle([incoming(letter_record(a_letter("a", key=as_base64(b"mine/all/mine"))))])

    assert letters.letters["a"].brand is None


async def test_what_is_no_letter_is_set_aside_into_the_quarantine_itself() -> None:
    keeper, letters, _ = a_keeper()
    record = Incoming(topic="care.deadletters", partition=2, offset=9, key=None, value=b"{")

    rejected = await keeper.handle([record])
    await keeper.set_aside(rejected)

    [kept] = letters.letters.values()
    assert kept.letter.letter_id == "respond-keeper:care.deadletters:2:9:0"
    assert kept.letter.value_bytes() == b"{"


async def test_a_letter_whose_bytes_are_not_base64_is_no_letter() -> None:
    keeper, letters, _ = a_keeper()
    letter = a_letter("a").model_copy(update={"value": "a"})

    [rejected] = await keeper.handle([incoming(letter_record(letter))])

    assert "base64" in rejected.reason
    assert letters.letters == {}


async def test_a_replay_puts_back_the_original_bytes_key_and_headers_and_says_who() -> None:
    letters = Letters(KeptLetter(letter=a_letter("a"), brand="discus", state="waiting"))
    sent: list[Outgoing] = []

    async def send(records: Sequence[Outgoing]) -> None:
        sent.extend(records)

    replayed = await Replays(letters=letters, send=send, clock=lambda: NOON).replay("a", by="mira", scope=Scope())

    assert sent == [
        Outgoing(
            topic="care.classified",
            key=b"discus/mastodon/joe",
            value=b"\xff\x00",
            headers=(("traceparent", b"00-1"),),
        )
    ]
    assert (replayed.state, replayed.replays) == ("replayed", (Replay(by="mira", at=NOON),))


@pytest.mark.parametrize(
    ("topic", "code"), [(None, "no_topic"), ("care.nowhere", "unknown_topic"), ("__consumer_offsets", "unknown_topic")]
)
async def test_only_topics_of_ours_take_a_replay(topic: str | None, code: str) -> None:
    letters = Letters(KeptLetter(letter=a_letter("a", topic=topic), brand="discus", state="waiting"))

    async def send(_records: Sequence[Outgoing]) -> None:
        pytest.fail("sent")

    with pytest.raises(Refused) as refused:
        await Replays(letters=letters, send=send, clock=lambda: NOON).replay("a", by="mira", scope=Scope())

    assert refused.value.code == code


async def test_a_letter_of_a_foreign_brand_is_not_there() -> None:
    letters = Letters(KeptLetter(letter=a_letter("a"), brand="discus", state="waiting"))

    async def send(_records: Sequence[Outgoing]) -> None:
        pytest.fail("sent")

    with pytest.raises(NoSuchLetter):
        await Replays(letters=letters, send=send, clock=lambda: NOON).replay(
            "a", by="quinn", scope=Scope(frozenset({"quay"}))
        )
