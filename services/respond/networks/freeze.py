"""Fixing at approval what will be sent: the exact request bodies, so that every sending of a post is the same one."""

from dataclasses import dataclass

from services.respond.networks.length import MOST_PARTS
from services.respond.networks.mastodon.body import mastodon_bodies
from services.respond.networks.unpostable import Unpostable
from shared.case.state.parts import Message
from shared.directory.model import Account

__all__ = ["FrozenPost", "Unpostable", "freeze"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPost:
    """One post of an answer: what it says, without the customer's name in front, and its request body as JSON text.

    Bodies of all but the first lack the id of the post before, which is known once the network has that one.
    """

    text: str
    body: str


def freeze(account: Account, parent: Message, text: str, *, private: bool = False) -> tuple[FrozenPost, ...]:
    """Return the posts that say `text` from our account in answer to `parent`; `private`: to its author only.

    Pure: the same answer freezes to the same posts. Raises Unpostable when the network would not take it.
    """
    match account.network:
        case "mastodon":
            posts = mastodon_bodies(account, parent, text, private=private)
        case unknown:
            raise Unpostable("unknown_network", f"Earshot cannot post to {unknown}; answer there and settle the case")
    if len(posts) > MOST_PARTS:
        raise Unpostable(
            "too_long", f"this would take {len(posts)} posts; write what fits into {MOST_PARTS}, or say it in private"
        )
    return tuple(FrozenPost(text=said, body=body) for said, body in posts)
