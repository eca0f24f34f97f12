"""The identity provider, as it describes itself (OpenID Connect Discovery)."""

from dataclasses import dataclass
from typing import Any, Final

from services.respond.identity.fetch import fetch, is_safe
from services.respond.identity.keys import Keys, keys_of
from shared.runtime.errors import Unavailable

_WELL_KNOWN: Final = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Where it is asked for what."""

    authorization_endpoint: str
    token_endpoint: str
    names_itself: bool


class Provider:
    """What is asked of it without anybody signing in. Methods raise Unavailable."""

    def __init__(self, *, issuer: str, jwks_url: str | None = None) -> None:
        """`jwks_url`: where its keys are; None: it says so itself."""
        self.issuer = issuer
        self._jwks_url = jwks_url

    async def keys(self) -> Keys:
        """Return its keys of now. No keys at all are taken for a fault of its own."""
        url = self._jwks_url or _url(await self._description(), "jwks_uri")
        found = keys_of(await fetch(url))
        if not found:
            raise Unavailable("the identity provider publishes no key that is of use")
        return found

    async def described(self) -> Described:
        """Return where browsers are sent, and codes exchanged."""
        said = await self._description()
        return Described(
            authorization_endpoint=_url(said, "authorization_endpoint"),
            token_endpoint=_url(said, "token_endpoint"),
            names_itself=said.get("authorization_response_iss_parameter_supported") is True,
        )

    async def _description(self) -> dict[str, Any]:
        said = await fetch(self.issuer.rstrip("/") + _WELL_KNOWN)
        if said.get("issuer") != self.issuer:
            raise Unavailable("what answers for the identity provider says that it is somebody else")
        return said


def _url(said: dict[str, Any], name: str) -> str:
    url = said.get(name)
    if not isinstance(url, str) or not is_safe(url):
        raise Unavailable(f"the identity provider names no {name} that is https")
    return url
