"""Signing in at the identity provider: the authorization code flow with PKCE, state and nonce (RFC 9700)."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from urllib.parse import urlencode

from services.respond.domain.claims import Expected, NotBelieved, subject_of
from services.respond.identity.fetch import fetch
from services.respond.identity.provider import Provider
from services.respond.identity.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What the console is at the provider. `secret`: None for a public client. `returns_to`: its redirect URI."""

    id: str
    secret: str | None
    returns_to: str
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What was made up for one sign-in: nobody else's answer fits it."""

    nonce: str
    verifier: str


class CodeFlow:
    """Both halves of it. Methods raise Unavailable."""

    def __init__(self, *, provider: Provider, tokens: Tokens, client: Client, claim: str) -> None:
        """`claim`: which of the ID token's claims names the agent."""
        self._provider = provider
        self._tokens = tokens
        self._client = client
        self._expected = Expected(issuer=provider.issuer, audience=client.id, claim=claim)

    async def address(self, begun: Begun, *, state: str) -> str:
        """Return where to send the browser."""
        challenge = urlsafe_b64encode(sha256(begun.verifier.encode()).digest()).decode().rstrip("=")
        asked = {
            "response_type": "code",
            "client_id": self._client.id,
            "redirect_uri": self._client.returns_to,
            "scope": self._client.scope,
            "state": state,
            "nonce": begun.nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        at = (await self._provider.described()).authorization_endpoint
        return f"{at}{'&' if '?' in at else '?'}{urlencode(asked)}"

    async def subject(self, begun: Begun, *, code: str, issuer: str | None, now: datetime) -> str:
        """Return who came back with this code; `issuer`: who the answer says that it is from. Raises NotBelieved."""
        described = await self._provider.described()
        if issuer != self._provider.issuer and (issuer is not None or described.names_itself):
            raise NotBelieved("the answer is another provider's")
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._client.returns_to,
            "client_id": self._client.id,
            "code_verifier": begun.verifier,
        }
        secret = self._client.secret
        said = await fetch(
            described.token_endpoint, form=form, auth=None if secret is None else (self._client.id, secret)
        )
        token = said.get("id_token")
        if not isinstance(token, str):
            raise NotBelieved("the provider gives no ID token")
        claims = await self._tokens.claims(token)
        subject = subject_of(claims, self._expected, now=now)
        if not compare_digest(str(claims.get("nonce")).encode(), begun.nonce.encode()):
            raise NotBelieved("it answers another sign-in")
        is_shared = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if claims.get("azp", None if is_shared else self._client.id) != self._client.id:
            raise NotBelieved("it was given to another client")
        return subject
