"""One JSON object from the identity provider: over TLS, without following anybody anywhere, and not too much of it."""

import json
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import quote_plus, urlsplit

import httpx2

from shared.runtime.errors import Unavailable

_SECONDS: Final = 5.0
_MOST_BYTES: Final = 262_144


def is_safe(url: str) -> bool:
    """Is this an address to ask for keys: https, or this very machine?"""
    parts = urlsplit(url)
    if parts.username is not None or not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname))


async def fetch(
    url: str,
    *,
    form: Mapping[str, str] | None = None,
    auth: tuple[str, str] | None = None,
) -> dict[str, Any]:
    """GET an object, or POST a form for one. Raises Unavailable for everything else that comes, and for nothing."""
    if not is_safe(url):
        raise Unavailable("the identity provider names an address that is not https")
    try:
        async with (
            httpx2.AsyncClient(timeout=_SECONDS, follow_redirects=False, trust_env=False) as http,
            http.stream(
                "GET" if form is None else "POST",
                url,
                data=form,
                auth=None if auth is None else (quote_plus(auth[0]), quote_plus(auth[1])),  # RFC 6749, 2.3.1
                headers={"Accept": "application/json", "Accept-Encoding": "identity"},
            ) as answer,
        ):
            if answer.status_code != 200:
                raise Unavailable(f"the identity provider answers {answer.status_code}")
            return _object(await _some(answer))
    except httpx2.HTTPError as error:
        raise Unavailable(f"the identity provider: {type(error).__name__}") from error


async def _some(answer: httpx2.Response) -> bytes:
    body = b""
    async for part in answer.aiter_bytes():
        body += part
        if len(body) > _MOST_BYTES:
            raise Unavailable("the identity provider says too much")
    return body


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Unavailable("the identity provider does not answer with a JSON object")
    return found


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
