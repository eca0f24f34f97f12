"""What an HTTP answer of the network means."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx2

from services.respond.networks.mastodon.same_text import same_text
from services.respond.networks.mastodon.visibility import is_narrower, no_wider_than
from services.respond.networks.outbound import Allowance, Published, Rejected, RetryAfter, Sent, Standing, Unknown
from shared.case.state.parts import Message

Status = Mapping[str, Any]
"""A status as Mastodon's JSON tells it."""

_SHORTEST: Final = timedelta(seconds=1)
_LONGEST: Final = timedelta(hours=1)
_UNSAID: Final = timedelta(seconds=60)


def sent(response: httpx2.Response, *, now: datetime) -> Sent:
    """Return what became of a post. Only an answer that says no is a no: after a 5xx it may be there all the same."""
    code = response.status_code
    if code == 429:
        return RetryAfter(reason="the network's rate limit", wait=wait_asked(response.headers, now=now) or _UNSAID)
    if code >= 500 or code == 408:
        return Unknown(reason=f"the network answered {code}")
    if code >= 300:
        return Rejected(reason=f"the network answered {code}{_said(response)}")
    try:
        return receipt(response.json())
    except (ValueError, KeyError, TypeError):
        return Unknown(reason=f"the network answered {code} without a readable receipt")


def receipt(status: Status) -> Published:
    """Return what the network says of our post. Raises KeyError, TypeError or ValueError when it is no status."""
    native_id, created_at = str(status["uri"]), moment(status["created_at"])
    url = status.get("url")
    return Published(
        native_id=native_id,
        url=url if isinstance(url, str) else None,
        created_at=created_at,
        api_id=str(status["id"]),
    )


def standing(status: Status, parent: Message) -> Standing:
    """Return how the post that we answer compares with what we know. Raises as `receipt`.

    One that was edited before we first heard of it has an `edited_at`, but says what we know; so the text decides.
    """
    edited_at = status.get("edited_at")
    unheard = edited_at is not None and not _covers(parent.revision, moment(edited_at))
    return Standing(
        edited=unheard and not same_text(str(status["content"]), parent.text),
        narrowed=is_narrower(str(status["visibility"]), no_wider_than(parent.visibility)),
    )


def moment(text: object) -> datetime:
    """Return the instant that a timestamp names, in UTC. Raises ValueError."""
    found = datetime.fromisoformat(str(text))
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def wait_asked(headers: Mapping[str, str], *, now: datetime) -> timedelta | None:
    """Return how long the network asks us to wait, between a second and an hour; None when it does not say."""
    after, reset = headers.get("retry-after"), headers.get("x-ratelimit-reset")
    try:
        if after is not None:
            wait = timedelta(seconds=int(after)) if after.strip().isdecimal() else parsedate_to_datetime(after) - now
        elif reset is not None:
            wait = moment(reset) - now
        else:
            return None
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(wait, _SHORTEST), _LONGEST)


def allowance(headers: Mapping[str, str], *, now: datetime) -> Allowance | None:
    """Return what X-RateLimit-Limit, -Remaining and -Reset say; None where they do not, or of a time long off."""
    try:
        remaining, until = int(headers["x-ratelimit-remaining"]), moment(headers["x-ratelimit-reset"])
        limit = int(headers.get("x-ratelimit-limit", remaining))
    except (KeyError, ValueError):
        return None
    return Allowance(remaining=remaining, limit=limit, until=min(until, now + _LONGEST))


def _covers(revision: str, edited_at: datetime) -> bool:
    try:
        return edited_at <= moment(revision)
    except ValueError:
        return False


def _said(response: httpx2.Response) -> str:
    try:
        told = response.json()
    except ValueError:
        return ""
    error = told.get("error") if isinstance(told, dict) else None
    return f": {error[:200]}" if isinstance(error, str) else ""
