"""What a token has to say before it is believed: for whom it is, from whom, and for how long. Its signature is checked
elsewhere, and first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

LEEWAY: Final = timedelta(seconds=30)
"""How far the provider's clock and ours may be apart."""
LONGEST: Final = timedelta(hours=24)
"""A token that is good for longer than this is good for nobody."""

_FAR: Final = 1e12


class NotBelieved(Exception):
    """The token proves nothing; the message says why, and may be logged: it holds nothing of the token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """`claim`: which of the claims names the agent, or the support platform."""

    issuer: str
    audience: str
    claim: str = "sub"


def subject_of(claims: Mapping[str, Any], expected: Expected, *, now: datetime) -> str:
    """Return whom the token names. Raises NotBelieved."""
    if claims.get("iss") != expected.issuer:
        raise NotBelieved("it is another issuer's")
    if not _is_for(claims.get("aud"), expected.audience):
        raise NotBelieved("it is for another audience")
    _check_times(claims, now.timestamp())
    subject = claims.get(expected.claim)
    if not isinstance(subject, str) or not subject:
        raise NotBelieved("it names nobody")
    if expected.claim == "email" and claims.get("email_verified") is not True:
        raise NotBelieved("nobody has verified that the address is theirs")
    return subject


def _is_for(audience: object, ours: str) -> bool:
    return ours in audience if isinstance(audience, list) else audience == ours


def _check_times(claims: Mapping[str, Any], now: float) -> None:
    leeway = LEEWAY.total_seconds()
    expires, issued, begins = (_instant(claims, name) for name in ("exp", "iat", "nbf"))
    if expires is None:
        raise NotBelieved("it never expires")
    if now >= expires + leeway:
        raise NotBelieved("it has expired")
    if begins is not None and begins > now + leeway:
        raise NotBelieved("it is not good yet")
    if issued is not None and issued > now + leeway:
        raise NotBelieved("it comes from the future")
    if expires - (now if issued is None else issued) > LONGEST.total_seconds():
        raise NotBelieved("it is good for too long")


def _instant(claims: Mapping[str, Any], name: str) -> float | None:
    """Return a NumericDate. Python's JSON also knows infinity, NaN, and numbers that no float holds: none is less."""
    if name not in claims:
        return None
    value = claims[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _FAR:
        raise NotBelieved(f"{name} is no instant")
    return float(value)
