"""The post of an answer that is next, or in doubt."""

from dataclasses import dataclass

from shared.case.decisions.landing import NATIVE
from shared.case.state.case import Case
from shared.case.state.reply import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePost:
    """What goes to the network. `part`: which of the answer's posts it is, counted from 0.

    `below`: the answer's post before it, as calls name that; None: the body says what it answers.
    """

    part: int
    frozen: str
    token: str
    below: str | None


def next_post(reply: Reply) -> OnePost:
    """Return it. Raises LookupError where there is none, or where nobody knows what it goes below: a bug of ours."""
    part = reply.next_part
    if not reply.parts:
        return OnePost(part=0, frozen=reply.frozen, token=reply.token, below=None)
    if part == len(reply.parts):
        raise LookupError(f"reply {reply.id} has no post left to send")
    above = reply.parts[part - 1].api_id if part else None
    if part and above is None:
        raise LookupError(f"post {part} of reply {reply.id} has no id to go below")
    return OnePost(part=part, frozen=reply.parts[part].frozen, token=reply.parts[part].token, below=above)


def taken_posts(case: Case) -> frozenset[str]:
    """Return the global ids of posts that cannot be the one in doubt: another answer that was written here has them.

    What was taken for somebody's answer in the network's own app can be: ingest may see our post before we hear of it,
    in words that the network has changed.
    """
    return frozenset(native_id for one in case.replies if one.author != NATIVE for native_id in one.landed)
