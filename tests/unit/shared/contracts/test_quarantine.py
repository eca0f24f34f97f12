"""A record that was set aside can be put back as it was."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.contracts.deadletter import DeadLetter
from shared.contracts.envelope import unpack
from shared.contracts.quarantine import dead_letter, letter_record, set_aside_with
from shared.contracts.topics import DEADLETTERS
from shared.kafka.record import Headers, Incoming, Outgoing, Rejected
from tests.builders import NOON

STATION = "classify lane"


def a_record(
    value: bytes | None = b"\xff not JSON",
    *,
    key: bytes | None = b"discus/mastodon/joe",
    headers: Headers = (("ce_type", b"care.mention.v1"),),
    offset: int = 41,
    timestamp_ms: int = 1_795_262_400_000,
) -> Incoming:
    return Incoming(
        topic="care.mentions",
        partition=3,
        offset=offset,
        key=key,
        value=value,
        headers=headers,
        timestamp_ms=timestamp_ms,
    )


def letter_of(record: Incoming, *, station: str = STATION) -> DeadLetter:
    """The letter as it comes back out of Kafka."""
    letter = dead_letter(Rejected(record=record, reason="not JSON"), station=station, clock=lambda: NOON)
    return unpack(as_read(letter_record(letter)), DeadLetter)


def as_read(record: Outgoing) -> Incoming:
    return Incoming(
        topic=record.topic, partition=0, offset=0, key=record.key, value=record.value, headers=record.headers
    )


_bytes = st.binary(max_size=64)
_headers = st.lists(st.tuples(st.text(st.characters(codec="utf-8"), max_size=8), _bytes), max_size=4).map(tuple)


@given(value=st.none() | _bytes, key=st.none() | _bytes, headers=_headers)
def test_a_letter_gives_back_the_very_bytes(value: bytes | None, key: bytes | None, headers: Headers) -> None:
    letter = letter_of(a_record(value, key=key, headers=headers))

    assert letter.value_bytes() == value
    assert letter.key_bytes() == key
    assert letter.header_bytes() == headers


def test_headers_of_one_name_all_come_back_in_order() -> None:
    twice = (("h", b"1"), ("other", b""), ("h", b"2"))

    assert letter_of(a_record(headers=twice)).header_bytes() == twice


def test_a_letter_knows_where_its_record_stood() -> None:
    letter = letter_of(a_record())

    assert (letter.topic, letter.partition, letter.offset) == ("care.mentions", 3, 41)
    assert (letter.station, letter.reason, letter.attempts) == (STATION, "not JSON", 1)


def test_setting_a_record_aside_twice_makes_one_letter() -> None:
    assert letter_of(a_record()).letter_id == letter_of(a_record()).letter_id


def test_the_next_record_and_the_next_station_make_letters_of_their_own() -> None:
    letters = [letter_of(a_record()), letter_of(a_record(offset=42)), letter_of(a_record(), station="route")]

    assert len({letter.letter_id for letter in letters}) == 3


def test_a_record_at_the_same_place_of_a_topic_that_was_made_anew_has_a_letter_of_its_own() -> None:
    """Otherwise the quarantine, which outlives the topic, would take it for one that it has."""
    assert letter_of(a_record()).letter_id != letter_of(a_record(timestamp_ms=1_795_262_400_001)).letter_id


@pytest.mark.parametrize("key", [b"discus/mastodon/joe", "discus/mastodon/名".encode(), b""])
def test_a_letter_travels_under_the_key_of_its_record(key: bytes) -> None:
    """So that the letters of one customer keep their order."""
    letter = dead_letter(Rejected(record=a_record(key=key), reason="r"), station=STATION, clock=lambda: NOON)

    assert letter_record(letter).key == key


def test_a_record_without_a_key_travels_under_its_own_id() -> None:
    letter = dead_letter(Rejected(record=a_record(key=None), reason="r"), station=STATION, clock=lambda: NOON)

    assert letter_record(letter).key == letter.letter_id.encode()


async def test_every_rejected_record_is_sent_to_the_dead_letters() -> None:
    sent: list[Outgoing] = []

    async def send(records: Sequence[Outgoing]) -> None:
        sent.extend(records)

    set_aside = set_aside_with(send, station=STATION, clock=lambda: NOON)
    await set_aside([Rejected(record=a_record(offset=place), reason="r", attempts=3) for place in (1, 2)])

    assert [record.topic for record in sent] == [DEADLETTERS.name] * 2
    assert [unpack(as_read(record), DeadLetter).offset for record in sent] == [1, 2]
    assert {dict(record.headers)["ce_source"] for record in sent} == {b"/earshot/classify/lane"}
