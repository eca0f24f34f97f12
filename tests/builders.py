"""Builders that let a test say only what matters to its rule."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.case.apply import apply_all
from shared.case.commands import Command, Hear, Open
from shared.case.decide import decide
from shared.case.opening import open_case
from shared.case.reply_commands import Answer
from shared.case.state.case import Case
from shared.case.state.parts import Customer, Message
from shared.case.state.policy import SEVERITIES, Book, Match, Policy, Queue
from shared.case.state.terms import Terms
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


def a_book(*policies: Policy, queues: Sequence[Queue] = (), **terms: Any) -> Book:
    """Service levels: by default one policy for all, an hour for the first answer and no other deadline."""
    given = {"policy": "standard", "first_response": 3600, **terms}
    everything = Policy(id=given["policy"], match=Match(), terms=dict.fromkeys(SEVERITIES, Terms(**given)))
    return Book(policies=(*policies, everything), queues=(*queues, Queue(id="all", match=Match())))


def hear(message: Message | None = None, *, kind: str = "created", target: timedelta = HOUR, **fields: Any) -> Hear:
    """The command that brings a message, its clock starting when it was written."""
    book = a_book(first_response=int(target.total_seconds()))
    return Hear(**{"kind": kind, "message": message or a_message(), "book": book, **fields})


def a_case(
    *,
    message: Message | None = None,
    author: str = "joe",
    target: timedelta = HOUR,
    book: Book | None = None,
    **fields: Any,
) -> Case:
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
            hear=hear(heard, book=book) if book else hear(heard, target=target),
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
