"""Tokens of the identity provider (RFC 7519, 8725): whose signature it is decides, and nothing that a token says."""

import json
from datetime import datetime
from typing import Any, Final, Protocol

import structlog
from jwt import PyJWK, get_unverified_header
from jwt.api_jws import PyJWS
from jwt.exceptions import PyJWTError

from services.respond.domain.claims import Expected, NotBelieved, subject_of

log = structlog.get_logger()

_LONGEST: Final = 16_384
_TYPES: Final = frozenset({None, "jwt", "at+jwt", "application/at+jwt"})


class Ring(Protocol):
    """The provider's keys. Raises Unavailable."""

    async def get(self, kid: str) -> PyJWK | None: ...


class Tokens:
    """Checks tokens. Nothing that a header names is fetched, and its algorithm has to be the key's."""

    def __init__(self, ring: Ring, expected: Expected) -> None:
        self._ring = ring
        self._expected = expected
        self._signatures = PyJWS()

    async def subject(self, token: str, *, now: datetime) -> str | None:
        """Return whom a token names; None: it proves nothing. Raises Unavailable."""
        try:
            return subject_of(await self.claims(token), self._expected, now=now)
        except NotBelieved as reason:
            log.info("a token is not believed", reason=str(reason))
            return None

    async def claims(self, token: str) -> dict[str, Any]:
        """Return what a token says that the provider has signed. Raises NotBelieved, Unavailable."""
        key = await self._ring.get(_kid(token))
        if key is None:
            raise NotBelieved("no key of the provider's has its kid")
        try:
            signed = self._signatures.decode_complete(token, key, algorithms=[key.algorithm_name])["payload"]
            said = json.loads(signed)
        except (PyJWTError, ValueError, RecursionError) as error:
            raise NotBelieved(f"its signature is not right: {type(error).__name__}") from None
        if not isinstance(said, dict):
            raise NotBelieved("it says nothing")
        return said


def _kid(token: str) -> str:
    """Return by which key a token says that it is signed, if its header is one of ours to read."""
    if len(token) > _LONGEST:
        raise NotBelieved("it is too long")
    try:
        header = get_unverified_header(token)
    except (PyJWTError, ValueError, RecursionError) as error:
        raise NotBelieved(f"it is no token: {type(error).__name__}") from None
    kid, kind = header.get("kid"), header.get("typ")
    if (kind.lower() if isinstance(kind, str) else kind) not in _TYPES:
        raise NotBelieved("it is a token of another kind")
    if "crit" in header or "b64" in header:
        raise NotBelieved("it asks for what we do not do")
    if not isinstance(kid, str):
        raise NotBelieved("it names no key")
    return kid
