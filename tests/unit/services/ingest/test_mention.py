"""What a sender must tell us, and what of it is ours to say."""

from datetime import timedelta
from typing import Any

import pytest

from services.ingest.domain.cloudevents import structured
from services.ingest.domain.limits import EVENT_BYTES, RECORD_BYTES
from services.ingest.domain.mention import Origin, mention_of
from services.ingest.domain.mention_data import read_data
from services.ingest.domain.refusal import Refused
from services.ingest.outlet import packed
from shared.contracts.identity import event_id
from shared.contracts.mention import Entity, Mention, MentionKind
from tests.unit.services.ingest.senders import NOON, ORIGIN, an_event, as_json, our_accounts


def mention(*, origin: Origin = ORIGIN, **data: Any) -> Mention:
    event = structured(as_json(an_event(**data)))
    return mention_of(read_data(event.data), event, origin, accounts=our_accounts(), now=NOON)


def flaws(**data: Any) -> list[tuple[str | int, ...]]:
    """The places of what is wrong."""
    with pytest.raises(Refused) as refusal:
        mention(**data)
    return [flaw.path for flaw in refusal.value.flaws]


def test_brand_id_receipt_delivery_and_original_are_ours_to_say() -> None:
    found = mention(brand="other", event_id="mine", received_at="2000-01-01T00:00:00Z", raw={"sha256": "x", "size": 1})

    assert found.brand == "discus"
    assert found.received_at == NOON
    assert found.event_id == event_id(
        network="mastodon",
        account_id="discus@townsquare",
        native_id="https://square.example/users/joe/statuses/1",
        kind="created",
        revision="0",
    )
    assert found.deliveries[0].model_dump() == {
        "transport": "webhook",
        "delivery_id": "msg-1",
        "verified": "standard-webhooks",
    }
    assert found.raw is not None
    assert '"brand":"other"' in (found.raw.body or "")


def test_without_an_id_of_the_delivery_the_events_id_stands_for_it() -> None:
    origin = Origin(sender="helpdesk", brand="discus", delivery_id=None, verified="bearer")

    assert mention(origin=origin).deliveries[0].delivery_id == "e-1"


def test_channel_is_another_name_for_network() -> None:
    assert mention(network=None, channel="mastodon") == mention().model_copy(
        update={"raw": mention(network=None, channel="mastodon").raw}
    )


@pytest.mark.parametrize("field", ["network", "native_id", "occurred_at", "text", "author"])
def test_a_required_field_is_named_when_it_is_missing(field: str) -> None:
    assert flaws(**{field: None}) == [("data", field)]


def test_every_flaw_is_named_at_once() -> None:
    assert flaws(text="", author=None, occurred_at="2027-01-01T00:00:00Z") == [
        ("data", "text"),
        ("data", "author"),
        ("data", "occurred_at"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("network", "friendster", ("network",)),
        ("native_id", " ", ("native_id",)),
        ("native_id", "a\u001fb", ("native_id",)),
        ("native_id", "x" * 513, ("native_id",)),
        ("native_id", 5, ("native_id",)),
        ("text", 5, ("text",)),
        ("text", "x" * 40_001, ("text",)),
        ("occurred_at", 1_700_000_000, ("occurred_at",)),
        ("occurred_at", "1700000000", ("occurred_at",)),
        ("occurred_at", "2026-11-21", ("occurred_at",)),
        ("occurred_at", "2026-11-21T10:00:00", ("occurred_at",)),
        ("occurred_at", "0001-01-01T00:00:00Z", ("occurred_at",)),
        ("occurred_at", "0001-01-01T00:00:00+14:00", ("occurred_at",)),
        ("author", {"id": 5}, ("author", "id")),
        ("author", {"handle": " "}, ("author",)),
        ("visibility", "everyone", ("visibility",)),
        ("kind", "exploded", ("kind",)),
        ("entities", [{"type": "link", "start": 0, "end": 99}], ("entities", 0)),
        ("entities", [{"type": "link", "start": 3, "end": 2}], ("entities", 0)),
        ("labels", ["x"] * 101, ("labels",)),
        ("audience", "many", ("audience",)),
        ("account_id", "other@townsquare", ("account_id",)),
    ],
)
def test_a_wrong_value_is_refused_at_its_place(field: str, value: Any, place: tuple[str | int, ...]) -> None:
    assert flaws(**{field: value}) == [("data", *place)]


def test_a_refusal_does_not_repeat_the_customers_words() -> None:
    with pytest.raises(Refused) as refusal:
        mention(text="my secret" * 5_000, kind="my secret", visibility="my secret", network="my secret")

    assert "my secret" not in str(refusal.value)


@pytest.mark.parametrize("minutes", [-60, 0, 5])
def test_a_clock_may_run_five_minutes_ahead_of_ours(minutes: int) -> None:
    at = NOON + timedelta(minutes=minutes)

    assert mention(occurred_at=at.isoformat()).occurred_at == at


@pytest.mark.parametrize("field", ["occurred_at", "edited_at", "platform_indexed_at"])
def test_a_date_further_in_the_future_is_refused(field: str) -> None:
    at = NOON + timedelta(minutes=5, milliseconds=1)

    assert flaws(**{field: at.isoformat()}) == [("data", field)]


def test_text_is_composed_and_the_original_kept_only_if_it_differs() -> None:
    assert mention(text="caf\u0065\u0301").text == "caf\u00e9"
    assert mention(text="caf\u0065\u0301").text_raw == "caf\u0065\u0301"
    assert mention(text="caf\u00e9").text_raw is None
    assert mention(text="same", text_raw="same").text_raw is None
    assert mention(text="*b*", text_raw="<b>b</b>", format="html").text_raw == "<b>b</b>"


def test_entities_move_along_when_the_text_is_composed() -> None:
    found = mention(text="e\u0301 e\u0301 @discus", entities=[{"type": "mention", "start": 6, "end": 13}])

    assert found.text == "\u00e9 \u00e9 @discus"
    assert found.entities == (Entity(type="mention", start=4, end=11),)


def test_a_text_that_outgrows_its_limit_when_composed_is_refused() -> None:
    assert flaws(text="\U0001d160" * 20_000) == [("data", "text")]


@pytest.mark.parametrize("size", [10_000, 40_000])
def test_long_texts_are_taken_whole(size: int) -> None:
    assert mention(text="\u00e4" * size).text == "\u00e4" * size


@pytest.mark.parametrize(
    "beside",
    [
        {"media": [{"type": "image", "url": "https://x.example/1.png"}]},
        {"rating": {"value": 1, "max": 5}},
        {"content_warning": "rant"},
        {"kind": "deleted"},
        {"kind": "engagement", "metrics": {"likes": 3, "as_of": "2026-11-21T11:00:00Z"}},
    ],
)
def test_an_empty_text_needs_something_beside_it(beside: dict[str, Any]) -> None:
    assert mention(text=None, **beside).text == ""
    assert flaws(text=" \n") == [("data", "text")]


def test_a_deletion_may_carry_ids_alone() -> None:
    found = mention(kind="deleted", author=None, text=None, occurred_at=None)

    assert found.occurred_at == NOON
    assert found.author.id is None


@pytest.mark.parametrize("about", [{"rating": {"value": 1, "max": 5}}, {"trigger": "review"}])
def test_only_reviews_may_be_anonymous(about: dict[str, Any]) -> None:
    found = mention(network="trustpilot", author=None, **about)

    assert found.customer_key == f"discus/trustpilot/~{found.native_id}"


def test_an_echo_is_our_answer_and_goes_to_the_customer() -> None:
    found = mention(kind="echo", native_id="ticket-7#c2", thread={"parent_id": "ticket-7#c1"}, text="On its way.")

    assert found.kind is MentionKind.ECHO
    assert found.customer_key == mention().customer_key
    assert found.thread.parent_id == "ticket-7#c1"
    assert found.event_id == event_id(
        network="mastodon", account_id="discus@townsquare", native_id="ticket-7#c2", kind="echo", revision="0"
    )


@pytest.mark.parametrize("about", [{}, {"rating": {"value": 1, "max": 5}}, {"trigger": "review"}])
def test_an_echo_always_names_the_customer(about: dict[str, Any]) -> None:
    assert flaws(kind="echo", author=None, **about) == [("data", "author")]


def test_an_echo_says_what_we_said_and_when() -> None:
    assert flaws(kind="echo", text=None, occurred_at=None) == [("data", "text"), ("data", "occurred_at")]


def test_the_tier_of_a_customer_is_taken_from_those_who_know_it() -> None:
    assert mention(author={"id": "joe", "tier": "gold"}).author.tier == "gold"
    assert mention(author={"handle": "@Joe", "tier": "gold"}).author.tier == "gold"
    assert mention().author.tier is None


@pytest.mark.parametrize("tier", ["", "Gold", "very good", "a" * 33, 1])
def test_a_tier_is_a_short_name(tier: Any) -> None:
    assert flaws(author={"id": "joe", "tier": tier}) == [("data", "author", "tier")]


def test_an_author_known_by_handle_alone_is_one_customer() -> None:
    assert mention(author={"handle": "@Joe"}).author.id == mention(author={"handle": "joe"}).author.id == "joe"


def test_edits_and_engagements_say_which_one_they_are() -> None:
    assert mention(kind="edited", edited_at="2026-11-21T11:59:30Z").revision == "2026-11-21T11:59:30+00:00"
    assert mention(kind="edited", revision="7").revision == "7"
    assert flaws(kind="edited") == [("data", "revision")]
    assert flaws(kind="engagement") == [("data", "revision")]


def test_the_account_may_be_left_out_where_that_is_not_ambiguous() -> None:
    assert mention().account_id == "discus@townsquare"
    assert mention(network="x").account_id == "helpdesk"
    assert mention(network="reddit", account_id="discus-us").account_id == "discus-us"
    assert flaws(network="reddit") == [("data", "account_id")]


def test_the_largest_event_fits_into_a_record() -> None:
    """Quotation marks double in the original that travels along, twice over; entities grow by their empty fields."""
    text = '"' * 40_000
    event = an_event(text=text, entities=[{"type": "link", "start": 0, "end": 1}] * 1_000, content_warning=text)
    event["data"]["fill"] = ""
    event["data"]["fill"] = '"' * ((EVENT_BYTES - len(as_json(event))) // 2)
    read = structured(as_json(event))

    found = mention_of(read_data(read.data), read, ORIGIN, accounts=our_accounts(), now=NOON)

    assert len(packed(found, traceparent="00-x").value or b"") < RECORD_BYTES
