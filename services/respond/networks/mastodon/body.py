"""The bodies of `POST /api/v1/statuses` that answer a post."""

import json
import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

from services.respond.networks.mastodon.parts import parts_of
from services.respond.networks.mastodon.visibility import no_wider_than
from services.respond.networks.unpostable import Unpostable
from shared.case.state.parts import Message
from shared.directory.model import Account

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


def mastodon_bodies(account: Account, parent: Message, text: str, *, private: bool) -> list[tuple[str, str]]:
    """Return what each post says and its body as JSON text, its keys in order. Raises Unpostable.

    The first says what it answers; each of the others is to go below the one before it (`below`).
    """
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
    body = {"visibility": "direct" if private else no_wider_than(parent.visibility)}
    if parent.language is not None and _LANGUAGE.fullmatch(parent.language):
        body["language"] = parent.language
    statuses = said_in_parts(account, parent, said)
    bodies = [json.dumps({**body, "status": status}, ensure_ascii=False, sort_keys=True) for status in statuses]
    bodies[0] = below(bodies[0], parent.api_id)
    called = f"@{handle} "
    return [(status.removeprefix(called), body) for status, body in zip(statuses, bodies, strict=True)]


def below(body: str, api_id: str) -> str:
    """Return the body, as what answers that post."""
    return json.dumps({**json.loads(body), "in_reply_to_id": api_id}, ensure_ascii=False, sort_keys=True)


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
