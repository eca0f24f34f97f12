"""The body of `POST /api/v1/statuses` that answers a post."""

import json
import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

from services.respond.networks.mastodon.length import MAX_CHARACTERS, counted_length
from services.respond.networks.mastodon.parts import parts_of
from services.respond.networks.mastodon.visibility import no_wider_than
from services.respond.networks.unpostable import Unpostable
from shared.case.state.parts import Message
from shared.directory.model import Account

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


def mastodon_body(account: Account, parent: Message, text: str) -> str:
    """Return the body as JSON text, its keys in order. Raises Unpostable."""
    said = text.replace("\r\n", "\n").strip()
    if not said:
        raise Unpostable("empty", "there is nothing in this answer")
    if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t" for sign in said):
        raise Unpostable("unprintable", "the text holds control characters that the network cannot store; remove them")
    if parent.api_id is None:
        raise Unpostable(
            "not_on_network", "this message did not come from the network itself; it cannot be answered there"
        )
    handle = (parent.handle or "").removeprefix("@")
    if not handle:
        raise Unpostable("no_handle", "the author's handle is not known, so the answer would not reach them")
    called = any(mentions(said, name) for name in _names(handle, urlsplit(account.base_url).netloc))
    status = said if called else f"@{handle} {said}"
    length = counted_length(status)
    if length > MAX_CHARACTERS:
        raise Unpostable(
            "too_long", f"with the mention this is {length} characters; the network takes {MAX_CHARACTERS}"
        )
    body = {"status": status, "in_reply_to_id": parent.api_id, "visibility": no_wider_than(parent.visibility)}
    if parent.language is not None and _LANGUAGE.fullmatch(parent.language):
        body["language"] = parent.language
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def said_in_parts(account: Account, parent: Message | None, text: str) -> tuple[str, ...]:
    """Return the texts of the posts that an answer takes, each calling upon the author of `parent` where known."""
    handle = "" if parent is None else (parent.handle or "").removeprefix("@")
    names = _names(handle, urlsplit(account.base_url).netloc) if handle else ()

    def called(chunk: str) -> str:
        is_called = not names or any(mentions(chunk, name) for name in names)
        return chunk if is_called else f"@{handle} {chunk}"

    return parts_of(text.replace("\r\n", "\n").strip(), called)


def _names(handle: str, our_server: str) -> tuple[str, ...]:
    """How the author may be called upon from our server: one who lives there needs no domain."""
    name, _, domain = handle.partition("@")
    return (handle, name) if domain == our_server else (handle,)


def mentions(text: str, handle: str) -> bool:
    """Return whether the text calls upon exactly this handle: `@joe` is neither `@joe.b` nor `@joe@elsewhere`."""
    return re.search(rf"(?<![=/\w])@{re.escape(handle)}(?![\w@]|[.-]+\w)", text, re.IGNORECASE) is not None
