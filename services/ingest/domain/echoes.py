"""Our own posts on Mastodon: answers to customers, published by us or written in the network's own app."""

from datetime import datetime
from typing import Final

from services.ingest.domain.listening import Heard, Listening
from services.ingest.domain.mastodon_parts import Json, handle_of
from services.ingest.domain.mastodon_status import mention_of_status, refusing_what_is_none
from shared.contracts.mention import Author, Mention, MentionKind, Thread, Trigger

BOOST: Final = "boost"
NOT_OURS: Final = "somebody else's post"
TO_NOBODY: Final = "answers nobody"
TO_OURSELVES: Final = "answers ourselves"
TO_UNNAMED: Final = "does not name whom it answers"
TO_GONE: Final = "answers somebody who is gone"


def why_no_echo(status: Json, listening: Listening) -> str | None:
    """Return why a post of our account is no answer to a customer, None when it is. Raises Refused."""
    with refusing_what_is_none():
        if status.get("reblog") is not None:
            return BOOST
        if status["account"]["id"] != listening.own_api_id:
            return NOT_OURS
        answered = status.get("in_reply_to_account_id")
        if answered is None:
            return TO_NOBODY
        if answered == listening.own_api_id:
            return TO_OURSELVES
        return None if _named(status) else TO_UNNAMED


def echo_of_status(heard: Heard, customer_id: str, listening: Listening, *, now: datetime) -> Mention:
    """Return that we answered the customer. Raises Refused when the status is not what a status must be.

    `customer_id` is the global identity under which the customer's own posts reach us; `heard.parent` is their post.
    """
    ours = mention_of_status(heard, MentionKind.ECHO, listening, now=now)
    with refusing_what_is_none():
        named = _named(heard.status) or {}
        customer = Author(
            id=customer_id, handle=handle_of(named, authority=listening.authority), url=named.get("url") or None
        )
    return ours.model_copy(
        update={
            "author": customer,
            "trigger": Trigger.REPLY,
            "thread": Thread(parent_id=heard.parent.native_id, parent_author_id=customer_id),
            "audience": None,
        }
    )


def _named(status: Json) -> Json | None:
    """Return whom the post answers, as its text names them; Mastodon knows nobody else who is told of it."""
    answered = status.get("in_reply_to_account_id")
    return next((one for one in status.get("mentions") or () if one.get("id") == answered), None)
