"""How long an answer is in its network's own unit, and how many posts it takes. Pure: for drafts, while one writes."""

from dataclasses import dataclass
from typing import Final

from services.respond.networks.mastodon.body import said_in_parts
from services.respond.networks.mastodon.length import MAX_CHARACTERS, counted_length
from services.respond.networks.unpostable import Unpostable
from shared.case.state.parts import Message
from shared.directory.model import Account

MOST_PARTS: Final = 5
"""An answer that takes more posts than this is refused: that is a letter, and no answer in public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """`used` is the whole answer, `limit` what one post holds, both in `unit`; `parts` is how many posts it takes.

    The customer's name, which goes in front, and the posts' numbers count.
    """

    used: int
    limit: int
    unit: str
    parts: int

    @property
    def fits(self) -> bool:
        """Would it be taken?"""
        return self.parts <= MOST_PARTS


def measure(account: Account, parent: Message | None, text: str, private: bool) -> Length:
    """Return the length of a draft. `parent`: what it answers, None where that is not known yet.

    `private` is how it is to be posted; a private answer counts like a public one on the networks that we know.
    Raises Unpostable where Earshot cannot post to the account's network at all.
    """
    match account.network:
        case "mastodon":
            posts = said_in_parts(account, parent, text)
            return Length(
                used=sum(map(counted_length, posts)), limit=MAX_CHARACTERS, unit="characters", parts=len(posts)
            )
        case unknown:
            raise Unpostable("unknown_network", f"Earshot cannot post to {unknown}; answer there and settle the case")
