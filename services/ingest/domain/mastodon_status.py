"""A Mastodon status as a Mention. Servers differ: all but identity, author, time and content may be absent."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from pydantic import ValidationError

from services.ingest.domain.limits import EVENT_BYTES
from services.ingest.domain.listening import NETWORK, Heard, Listening
from services.ingest.domain.mastodon_html import plain_text
from services.ingest.domain.mastodon_parts import author_id_of, author_of, media_of, metrics_of, text_in
from services.ingest.domain.mention import raw_of
from services.ingest.domain.mention_data import flaws_of
from services.ingest.domain.refusal import Refused, Wrong, refused
from shared.contracts.identity import event_id
from shared.contracts.mention import (
    Author,
    Delivery,
    Language,
    Mention,
    MentionKind,
    Thread,
    Trigger,
    Visibility,
)

_VISIBILITY: Final = {
    "public": Visibility.PUBLIC,
    "unlisted": Visibility.UNLISTED,
    "private": Visibility.FOLLOWERS,
    "direct": Visibility.DIRECT,
}
_TEXT: Final = 40_000


def mention_of_status(heard: Heard, kind: MentionKind, listening: Listening, *, now: datetime) -> Mention:
    """Return what the status is to us. Raises Refused when it is not what a status must be.

    A time ahead of our clock is cut to now: it is what a remote server claims, and must not put a deadline off.
    """
    if len(heard.raw) > EVENT_BYTES:
        raise refused(f"A status may be {EVENT_BYTES:,} bytes long.", wrong=Wrong.TOO_LARGE)
    with refusing_what_is_none():
        return _mention(heard, kind, listening, now)


@contextmanager
def refusing_what_is_none() -> Iterator[None]:
    """Raise Refused where what is read inside turns out to be no status."""
    try:
        yield
    except ValidationError as error:
        raise Refused(Wrong.EVENT, *flaws_of(error, below=("status",))) from None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise refused(f"Not a status as Mastodon has them: {error!r}", "status") from None


def deletion_of(
    *, native_id: str, api_id: str, author: Author, listening: Listening, visibility: Visibility, now: datetime
) -> Mention:
    """Return that a status is gone; the author makes it follow the post to the same customer."""
    kind = MentionKind.DELETED
    return Mention(
        event_id=_event_id(listening, native_id, kind, "0"),
        brand=listening.brand,
        kind=kind,
        network=NETWORK,
        authority=listening.authority,
        account_id=listening.account_id,
        native_id=native_id,
        api_id=api_id,
        author=author,
        visibility=visibility,
        occurred_at=now,
        received_at=now,
        deliveries=(Delivery(transport="poll", verified=listening.verified),),
    )


def _mention(heard: Heard, kind: MentionKind, listening: Listening, now: datetime) -> Mention:
    status = heard.status
    native_id = text_in(status, "uri")
    edited_at = status.get("edited_at")
    revision = str(edited_at) if kind is MentionKind.EDITED else "0"
    profiles = {str(one["url"]): author_id_of(one) for one in status.get("mentions") or ()}
    content = text_in(status, "content")
    text, entities = plain_text(content, identities=profiles)
    author = author_of(status["account"], authority=listening.authority)
    language = status.get("language")
    mention = Mention(
        event_id=_event_id(listening, native_id, kind, revision),
        brand=listening.brand,
        kind=kind,
        network=NETWORK,
        authority=listening.authority,
        account_id=listening.account_id,
        native_id=native_id,
        api_id=text_in(status, "id"),
        revision=revision,
        trigger=_trigger(heard, listening),
        author=author,
        thread=Thread(parent_id=heard.parent.native_id, parent_author_id=_parent_author(heard, author, listening)),
        text=text,
        text_raw=content if len(content) <= _TEXT else None,
        format="html",
        entities=entities,
        lang=Language(declared=(language,) if language else ()),
        visibility=_VISIBILITY.get(status.get("visibility", ""), Visibility.PRIVATE),
        audience=author.followers,
        metrics=metrics_of(status, as_of=now),
        media=media_of(status),
        sensitive=bool(status.get("sensitive")),
        content_warning=status.get("spoiler_text") or None,
        permalink=status.get("url") or native_id,
        occurred_at=status["created_at"],
        edited_at=edited_at,
        platform_indexed_at=heard.indexed_at,
        received_at=now,
        deliveries=(Delivery(transport=heard.transport, delivery_id=heard.delivery_id, verified=listening.verified),),
        raw=raw_of(heard.raw, media_type="application/json"),
    )
    return mention if mention.occurred_at <= now else mention.model_copy(update={"occurred_at": now})


def _event_id(listening: Listening, native_id: str, kind: MentionKind, revision: str) -> str:
    return event_id(network=NETWORK, account_id=listening.account_id, native_id=native_id, kind=kind, revision=revision)


def _trigger(heard: Heard, listening: Listening) -> Trigger:
    if heard.notified_as == "quote":
        return Trigger.QUOTE
    if heard.status.get("visibility") == "direct":
        return Trigger.DM
    if heard.status.get("in_reply_to_account_id") == listening.own_api_id:
        return Trigger.REPLY
    return Trigger.MENTION


def _parent_author(heard: Heard, author: Author, listening: Listening) -> str | None:
    answered = heard.status.get("in_reply_to_account_id")
    if heard.parent.author_id is not None or answered is None:
        return heard.parent.author_id
    return {listening.own_api_id: listening.own_id, heard.status["account"].get("id"): author.id}.get(answered)
