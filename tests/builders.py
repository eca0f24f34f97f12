"""Builders that let a test say only what matters to its rule."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.case.apply import apply_all
from shared.case.case import Case
from shared.case.commands import Answer, Command, Hear, Open
from shared.case.decide import decide
from shared.case.hear import open_case
from shared.case.parts import Customer, Message
from shared.contracts.classification import Classification, MentionClassified, Sentiment, Severity
from shared.contracts.identity import case_id, event_id
from shared.contracts.mention import Author, Mention

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_mention(native_id: str = "post-1", *, author: str = "joe", **fields: Any) -> Mention:
    """A public post of Joe's to the brand `discus`."""
    given = {
        "brand": "discus",
        "network": "mastodon",
        "account_id": "discus@townsquare",
        "native_id": native_id,
        "api_id": native_id,
        "kind": "created",
        "revision": "0",
        "author": Author(id=f"https://square.example/@{author}", handle=author),
        "text": "Where is my parcel?",
        "occurred_at": NOON,
        "received_at": NOON,
        **fields,
    }
    named = ("network", "account_id", "native_id", "kind", "revision")
    given.setdefault("event_id", event_id(**{name: str(given[name]) for name in named}))
    return Mention.model_validate(given)


def a_classified(mention: Mention | None = None, **labels: Any) -> MentionClassified:
    """A mention, understood as a complaint about a delivery."""
    given = {
        "language": "en",
        "language_confidence": 0.9,
        "sentiment": Sentiment.NEGATIVE,
        "sentiment_confidence": 0.8,
        "intent": "delivery",
        "intent_confidence": 0.8,
        "severity": Severity.NORMAL,
        "needs_answer": True,
        "needs_answer_confidence": 0.8,
        "model": "test",
        **labels,
    }
    return MentionClassified(
        mention=mention or a_mention(), classification=Classification.model_validate(given), classified_at=NOON
    )


def a_message(native_id: str = "post-1", *, at: datetime = NOON, **fields: Any) -> Message:
    """A message of the customer's."""
    identity = event_id(
        network="mastodon", account_id="discus@townsquare", native_id=native_id, kind="created", revision="0"
    )
    given: dict[str, Any] = {
        "id": identity,
        "native_id": native_id,
        "api_id": native_id,
        "text": "Where is my parcel?",
        "revision": "0",
        "handle": "joe",
        "intent": "delivery",
        "occurred_at": at,
        "received_at": at,
        "classified_at": at,
        "routed_at": at,
        **fields,
    }
    given.setdefault("events", (given["id"],))
    return Message(**given)


def hear(message: Message | None = None, *, kind: str = "created", target: timedelta = HOUR) -> Hear:
    """The command that brings a message, its clock starting when it was written."""
    heard = message or a_message()
    return Hear(kind=kind, message=heard, clock_start=heard.occurred_at, target_seconds=int(target.total_seconds()))


def a_case(*, message: Message | None = None, author: str = "joe", target: timedelta = HOUR, **fields: Any) -> Case:
    """A new case, opened by one message, due an hour after it. `fields` overwrite what opening made."""
    heard = message or a_message()
    url = f"https://square.example/@{author}"
    opened = open_case(
        Open(
            case_id=case_id(heard.id + author),
            brand="discus",
            network="mastodon",
            account_id="discus@townsquare",
            customer_key=f"discus/mastodon/{url}",
            customer=Customer(id=url, handle=author, display_name=author.title()),
            hear=hear(heard, target=target),
        ),
        now=heard.received_at,
    )
    return replace(opened, **fields)


def after(case: Case, *commands: Command, now: datetime = NOON) -> Case:
    """The case after these commands."""
    for command in commands:
        case = apply_all(case, decide(case, command, now=now), now=now)
    return case


def an_answer(case: Case, *, reply_id: str = "r-1", by: str = "mira", **fields: Any) -> Answer:
    """Mira's answer to the newest message of the case."""
    newest = case.last_message
    assert newest is not None
    given: dict[str, Any] = {
        "reply_id": reply_id,
        "by": by,
        "text": "We are sorry; it arrives tomorrow.",
        "answers": newest.id,
        "seen": newest.id,
        "token": reply_id,
        "frozen": "{}",
        **fields,
    }
    return Answer(**given)
