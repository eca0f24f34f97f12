"""Rows of every shape that we know become posts; what cannot says why."""

from collections.abc import Mapping as Dictionary
from datetime import UTC, datetime
from typing import Any

import pytest

from deploy.local.replay.posts import Mapping, NotACustomers, Post, Unmappable
from deploy.local.replay.rows import Row
from deploy.local.replay.times import read_time

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def post_of(fields: Dictionary[str, Any], *, keep_times: bool = True, brand_field: str | None = None) -> Post:
    return Mapping(name="posts", keep_times=keep_times, brand_field=brand_field).post(Row(7, fields))


def test_the_airline_shape() -> None:
    row = {"tweet_id": 12, "t": "2026-11-21 12:00:00+00:00", "airline": "Delta", "name": "ann", "text": "@air late!"}

    assert post_of(row) == Post(native="12", author="ann", text="@air late!", account="replay", at=NOON)


def test_the_support_on_twitter_shape() -> None:
    row = {"tweet_id": 12, "author_id": "115", "inbound": True, "t": "2026-11-21T12:00:00+00:00", "text": "why?"}

    found = post_of({**row, "in_response_to": 11.0})

    assert found == Post(native="12", author="115", text="why?", account="replay", at=NOON, parent="11")
    assert post_of({**row, "in_response_to": None}).parent is None


def test_the_published_headers_of_support_on_twitter() -> None:
    row = {
        "tweet_id": "12",
        "author_id": "115",
        "inbound": "True",
        "created_at": "Sat Nov 21 12:00:00 +0000 2026",
        "text": "why?",
        "in_response_to_tweet_id": "11.0",
    }

    assert post_of(row) == Post(native="12", author="115", text="why?", account="replay", at=NOON, parent="11")


@pytest.mark.parametrize("inbound", [False, "False", "0", 0])
def test_what_a_company_wrote_is_no_customers(inbound: Any) -> None:
    with pytest.raises(NotACustomers):
        post_of({"tweet_id": 1, "author_id": "Delta", "inbound": inbound, "text": "We care."})


def test_a_text_alone_is_by_somebody_of_its_own() -> None:
    assert post_of({"text": "bad day", "y": "negative"}, keep_times=False) == Post(
        native="posts-7", author="posts-7", text="bad day", account="replay"
    )


def test_usual_names_in_any_case_will_do() -> None:
    row = {"ID": "a-1", "Message": "hello", "User": "ann", "Timestamp": "1795262400", "Parent_ID": "a-0"}

    assert post_of(row) == Post(native="a-1", author="ann", text="hello", account="replay", at=NOON, parent="a-0")


def test_the_brand_column_names_the_account_spoken_to() -> None:
    row = {"text": "late!", "Airline": "Virgin America"}

    assert post_of(row, keep_times=False, brand_field="airline").account == "replay-virgin-america"


def test_times_are_forgotten_unless_they_are_to_be_kept() -> None:
    assert post_of({"text": "late!", "t": "nonsense"}, keep_times=False).at is None


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"tweet_id": 1}, "no column that holds a text"),
        ({"text": "  "}, "empty"),
        ({"text": float("nan")}, "empty"),
        ({"text": None}, "empty"),
        ({"text": "hello"}, "no time to keep"),
        ({"text": "hello", "t": "NaT"}, "no time to keep"),
        ({"text": "hello", "t": "yesterday"}, "time cannot be read"),
        ({"text": "half \ud83d a pair", "t": "2026-11-21"}, "UTF-8"),
    ],
)
def test_what_cannot_be_mapped_says_why(fields: Dictionary[str, Any], reason: str) -> None:
    with pytest.raises(Unmappable, match=reason):
        post_of(fields)


def test_an_unreadable_row_keeps_its_reason() -> None:
    with pytest.raises(Unmappable, match="not JSON"):
        Mapping(name="posts").post(Row(1, None, "not JSON"))


@pytest.mark.parametrize(
    "word",
    [
        "2026-11-21T12:00:00Z",
        "2026-11-21 12:00:00",
        "2026-11-21T13:00:00+01:00",
        "Sat Nov 21 12:00:00 +0000 2026",
        "1795262400",
        "1795262400.0",
        "1795262400000",
    ],
)
def test_noon_is_noon_however_it_is_written(word: str) -> None:
    assert read_time(word) == NOON


@pytest.mark.parametrize("word", ["", "soon", "9" * 40, "2026-13-01"])
def test_what_is_no_time_is_none(word: str) -> None:
    assert read_time(word) is None
