"""Fixing at approval what will be sent: the exact request body, so that every sending of an answer is the same one."""

from services.respond.networks.mastodon.body import mastodon_body
from services.respond.networks.unpostable import Unpostable
from shared.case.state.parts import Message
from shared.directory.model import Account

__all__ = ["Unpostable", "freeze"]


def freeze(account: Account, parent: Message, text: str) -> str:
    """Return the request body that posts `text` from our account in answer to `parent`, as JSON text.

    Pure: the same answer freezes to the same body. Raises Unpostable when the network would not take it.
    """
    match account.network:
        case "mastodon":
            return mastodon_body(account, parent, text)
        case unknown:
            raise Unpostable("unknown_network", f"Earshot cannot post to {unknown}; answer there and settle the case")
