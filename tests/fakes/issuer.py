"""An identity provider on this machine: real keys, real signatures, real HTTP; it can be down, and it can lie."""

import asyncio
import json
import socket
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from shared.runtime.process import serve
from tests.waiting import until

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


@cache
def a_key(algorithm: str, name: str = "first") -> Key:
    """A private key; the same one for the same names, for they take a while."""
    assert name
    match algorithm:
        case "RS256":
            return rsa.generate_private_key(public_exponent=65537, key_size=2048)
        case "ES256":
            return ec.generate_private_key(ec.SECP256R1())
        case "EdDSA":
            return ed25519.Ed25519PrivateKey.generate()
        case _:
            raise ValueError(algorithm)


ALGORITHMS: Final = ("RS256", "ES256", "EdDSA")


def public_jwk(key: Key, algorithm: str, kid: str) -> dict[str, Any]:
    """What the provider publishes of a key."""
    found = jwt.get_algorithm_by_name(algorithm).to_jwk(key.public_key(), as_dict=True)
    return {**found, "kid": kid, "use": "sig", "alg": algorithm}


def encoded(part: Mapping[str, Any] | bytes) -> str:
    """One part of a token."""
    data = part if isinstance(part, bytes) else json.dumps(part).encode()
    return urlsafe_b64encode(data).decode().rstrip("=")


@dataclass
class Issuer:
    """What it publishes, and what it was asked. `codes`: what an authorization code is exchanged for."""

    url: str
    keys: dict[str, tuple[str, Key]] = field(default_factory=lambda: {one: (one, a_key(one)) for one in ALGORITHMS})
    document: dict[str, Any] | None = None
    description: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    asked: list[str] = field(default_factory=list)
    subject: str = "noor"
    claims: dict[str, Any] = field(default_factory=dict)
    answer: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    exchanges: list[tuple[dict[str, str], str | None]] = field(default_factory=list)
    now: float = 0.0

    def token(self, claims: Mapping[str, Any], *, kid: str = "RS256", **header: Any) -> str:
        """A token that this key has signed."""
        algorithm, key = self.keys[kid]
        return jwt.encode(dict(claims), key, algorithm=algorithm, headers={"kid": kid, **header})

    def app(self) -> Starlette:
        """The HTTP side."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._describe),
                Route("/jwks", self._jwks),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
            ]
        )

    async def _describe(self, _: Request) -> Response:
        self.asked.append("description")
        said = {
            "issuer": self.url,
            "jwks_uri": f"{self.url}/jwks",
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "authorization_response_iss_parameter_supported": True,
            **self.description,
        }
        return JSONResponse(said, self.status)

    async def _jwks(self, _: Request) -> Response:
        self.asked.append("jwks")
        keys = [public_jwk(key, algorithm, kid) for kid, (algorithm, key) in self.keys.items()]
        return JSONResponse(self.document or {"keys": keys}, self.status)

    async def _authorize(self, request: Request) -> Response:
        """The person is signed in there already, and agrees."""
        asked = dict(request.query_params)
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        back = {"code": code, "state": asked["state"], "iss": self.url, **self.answer}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}")

    async def _token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        self.exchanges.append((form, request.headers.get("authorization")))
        asked = self.codes.pop(form["code"], None)
        if asked is None or asked["redirect_uri"] != form["redirect_uri"] or not _proves(asked, form):
            return JSONResponse({"error": "invalid_grant"}, 400)
        claims = {
            "iss": self.url,
            "aud": asked["client_id"],
            "sub": self.subject,
            "nonce": asked["nonce"],
            "iat": self.now,
            "exp": self.now + 300,
            **self.claims,
        }
        said = {name: value for name, value in claims.items() if value is not None}
        return JSONResponse({"access_token": "opaque", "token_type": "Bearer", "id_token": self.token(said)})


def _proves(asked: Mapping[str, str], form: Mapping[str, str]) -> bool:
    return asked["code_challenge_method"] == "S256" and asked["code_challenge"] == encoded(
        sha256(form["code_verifier"].encode()).digest()
    )


@asynccontextmanager
async def issuing() -> AsyncIterator[Issuer]:
    """Serve one until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    issuer, stop = Issuer(f"http://127.0.0.1:{port}"), asyncio.Event()
    serving = asyncio.ensure_future(serve(issuer.app(), host="127.0.0.1", port=port)(stop))
    await until(lambda: _answers(port))
    try:
        yield issuer
    finally:
        stop.set()
        await serving


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
