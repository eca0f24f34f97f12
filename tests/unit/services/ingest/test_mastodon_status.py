"""A status as a mention: global ids, the author, the thread, and nothing wider than the customer made it."""

from typing import Any

import orjson
import pytest

from services.ingest.domain.listening import Heard, Parent
from services.ingest.domain.mastodon_status import mention_of_status
from services.ingest.domain.refusal import Refused, Wrong
from shared.contracts.identity import event_id
from shared.contracts.mention import Mention, MentionKind, Thread, Trigger, Visibility
from tests.unit.services.ingest.mastodon import BASE, LISTENING, OWN, a_status, an_account
from tests.unit.services.ingest.senders import NOON

NO_PARENT = Parent()


def mention(
    kind: MentionKind = MentionKind.CREATED, *, parent: Parent = NO_PARENT, notified_as: str = "mention", **fields: Any
) -> Mention:
    status = a_status(**fields)
    heard = Heard(status=status, raw=orjson.dumps(status), delivery_id="7", notified_as=notified_as, parent=parent)
    return mention_of_status(heard, kind, LISTENING, now=NOON)


def test_identity_is_global_and_the_servers_ids_are_kept_for_calls() -> None:
    found = mention()

    assert (found.native_id, found.api_id) == (f"{BASE}/users/joe/statuses/100", "100")
    assert found.customer_key == f"discus/mastodon/{BASE}/users/joe"
    assert (found.author.handle, found.author.followers, found.audience) == ("joe@square.example", 213, 213)
    assert (found.authority, found.account_id) == ("square.example", "discus@townsquare")
    assert found.permalink == f"{BASE}/@joe/100"
    assert found.text == "@discus my parcel is lost"
    assert found.format == "html"
    assert found.deliveries[0].transport == "poll"


def test_an_edit_is_known_by_its_time() -> None:
    found = mention(MentionKind.EDITED, edited_at="2026-11-21T11:59:30.000Z")

    assert found.revision == "2026-11-21T11:59:30.000Z"
    assert found.event_id == event_id(
        network="mastodon",
        account_id="discus@townsquare",
        native_id=found.native_id,
        kind="edited",
        revision=found.revision,
    )


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("public", Visibility.PUBLIC),
        ("unlisted", Visibility.UNLISTED),
        ("private", Visibility.FOLLOWERS),
        ("direct", Visibility.DIRECT),
        ("local", Visibility.PRIVATE),
        (None, Visibility.PRIVATE),
    ],
)
def test_an_unknown_visibility_is_the_narrowest(told: str | None, known: Visibility) -> None:
    assert mention(visibility=told).visibility is known


def test_why_it_reached_us_is_told() -> None:
    assert mention().trigger is Trigger.MENTION
    assert mention(visibility="direct").trigger is Trigger.DM
    assert mention(in_reply_to_id="5", in_reply_to_account_id="1").trigger is Trigger.REPLY
    assert mention(notified_as="quote").trigger is Trigger.QUOTE


@pytest.mark.parametrize(
    ("answered", "parent", "thread"),
    [
        (None, Parent(), Thread()),
        ("1", Parent(), Thread(parent_author_id=OWN["uri"])),
        ("id-joe", Parent(), Thread(parent_author_id=f"{BASE}/users/joe")),
        ("id-ann", Parent(), Thread()),
        ("id-ann", Parent(native_id="u", author_id="a"), Thread(parent_id="u", parent_author_id="a")),
    ],
)
def test_a_thread_is_told_as_far_as_it_is_known(answered: str | None, parent: Parent, thread: Thread) -> None:
    assert mention(in_reply_to_id=answered and "5", in_reply_to_account_id=answered, parent=parent).thread == thread


def test_what_servers_leave_out_is_not_made_up() -> None:
    status = a_status()
    for name in ("visibility", "language", "favourites_count", "media_attachments", "mentions", "url", "edited_at"):
        del status[name]
    status["account"] = {"id": "9", "acct": "zoe@far.example", "url": "https://far.example/@zoe", "followers_count": -1}

    found = mention_of_status(Heard(status=status, raw=b"{}"), MentionKind.CREATED, LISTENING, now=NOON)

    assert found.author.id == "https://far.example/@zoe"
    assert found.author.handle == "zoe@far.example"
    assert found.author.followers is None
    assert found.metrics is not None
    assert found.metrics.likes is None
    assert found.permalink == found.native_id
    assert found.lang.declared == ()


def test_a_tier_is_never_taken_from_a_public_network() -> None:
    assert mention(account=an_account("joe", tier="gold")).author.tier is None


def test_media_that_have_an_address_are_kept() -> None:
    found = mention(
        media_attachments=[
            {
                "type": "image",
                "url": "https://m.example/1.png",
                "description": "box",
                "meta": {"original": {"width": 4}},
            },
            {"type": "video", "url": None, "remote_url": "https://far.example/2.mp4"},
            {"type": "image", "url": None, "remote_url": None},
        ]
    )

    assert [(one.url, one.alt, one.width) for one in found.media] == [
        ("https://m.example/1.png", "box", 4),
        ("https://far.example/2.mp4", None, None),
    ]


def test_a_claimed_future_does_not_put_a_deadline_off() -> None:
    assert mention(created_at="2031-01-01T00:00:00.000Z").occurred_at == NOON


@pytest.mark.parametrize(
    "fields",
    [
        {"uri": None},
        {"content": None},
        {"id": None},
        {"account": None},
        {"account": "joe"},
        {"account": an_account(acct=None)},
        {"account": an_account(url=None, uri=None)},
        {"account": an_account(url="", uri="")},
        {"created_at": "yesterday"},
        {"uri": "x" * 600},
        {"mentions": 5},
        {"content": "x" * 40_001},
        {"content": "&#" + "9" * 5_000 + ";"},
    ],
)
def test_what_is_no_status_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        mention(**fields)


def test_a_status_has_a_size_at_most() -> None:
    with pytest.raises(Refused) as refusal:
        mention(fill="x" * 300_000)

    assert refusal.value.wrong is Wrong.TOO_LARGE
