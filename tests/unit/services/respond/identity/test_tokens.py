"""A token counts when a key that the provider publishes has signed it, by that key's own algorithm, and for us."""

import hmac
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from services.respond.domain.claims import Expected
from services.respond.identity.key_ring import FRESH, PAUSE, KeyRing
from services.respond.identity.provider import Provider
from services.respond.identity.tokens import Tokens
from shared.runtime.errors import Unavailable
from tests.builders import NOON
from tests.fakes.issuer import ALGORITHMS, Issuer, a_key, encoded, public_jwk
from tests.waiting import eventually, until

NOW = NOON.timestamp()


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tokens(issuer: Issuer, clock: Clock) -> Tokens:
    """Ours, for tokens of this provider."""
    ring = KeyRing(Provider(issuer=issuer.url).keys, clock=clock)
    return Tokens(ring, Expected(issuer=issuer.url, audience="earshot"))


def claims(issuer: Issuer, **more: Any) -> dict[str, Any]:
    good = {"iss": issuer.url, "aud": "earshot", "sub": "noor", "iat": NOW, "exp": NOW + 300}
    return {name: value for name, value in {**good, **more}.items() if value is not None}


@pytest.mark.parametrize("kid", ALGORITHMS)
async def test_a_token_that_a_key_of_the_provider_has_signed_names_somebody(
    issuer: Issuer, tokens: Tokens, kid: str
) -> None:
    assert await tokens.subject(issuer.token(claims(issuer), kid=kid), now=NOON) == "noor"


@pytest.mark.parametrize("kind", [None, "JWT", "at+jwt", "application/at+jwt"])
async def test_an_access_token_may_say_that_it_is_one(issuer: Issuer, tokens: Tokens, kind: str | None) -> None:
    assert await tokens.subject(issuer.token(claims(issuer), typ=kind), now=NOON) == "noor"


def unsigned(header: dict[str, Any], said: dict[str, Any], sign: Callable[[bytes], bytes] = lambda _: b"") -> str:
    """A token made by hand."""
    signing = f"{encoded(header)}.{encoded(said)}"
    return f"{signing}.{encoded(sign(signing.encode()))}"


def public_forms(issuer: Issuer, kid: str) -> list[bytes]:
    """What a public key can be taken for, by whoever takes it for a shared secret."""
    algorithm, key = issuer.keys[kid]
    public = key.public_key()
    return [
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).strip(),
        public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        json.dumps(public_jwk(key, algorithm, kid)).encode(),
    ]


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE", ""])
@pytest.mark.parametrize("kid", [*ALGORITHMS, None])
async def test_a_token_that_nobody_has_signed_proves_nothing(
    issuer: Issuer, tokens: Tokens, algorithm: str, kid: str | None
) -> None:
    header = {"alg": algorithm, "typ": "JWT", **({} if kid is None else {"kid": kid})}

    assert await tokens.subject(unsigned(header, claims(issuer)), now=NOON) is None
    assert await tokens.subject(unsigned(header, claims(issuer), lambda _: b"anything"), now=NOON) is None


@pytest.mark.parametrize("kid", ALGORITHMS)
async def test_a_public_key_is_no_shared_secret(issuer: Issuer, tokens: Tokens, kid: str) -> None:
    for secret in public_forms(issuer, kid):
        forged = unsigned(
            {"alg": "HS256", "typ": "JWT", "kid": kid},
            claims(issuer),
            lambda signing, secret=secret: hmac.new(secret, signing, sha256).digest(),  # type: ignore[misc]
        )
        assert await tokens.subject(forged, now=NOON) is None


@pytest.mark.parametrize(
    ("kid", "algorithm"), [("RS256", "RS384"), ("RS256", "RS512"), ("RS256", "PS256"), ("RS256", "PS512")]
)
async def test_a_key_has_one_algorithm(issuer: Issuer, tokens: Tokens, kid: str, algorithm: str) -> None:
    """Also where the key itself has signed."""
    token = jwt.encode(claims(issuer), issuer.keys[kid][1], algorithm=algorithm, headers={"kid": kid})

    assert await tokens.subject(token, now=NOON) is None


@pytest.mark.parametrize("kid", ALGORITHMS)
@pytest.mark.parametrize("other", ALGORITHMS)
async def test_a_kid_does_not_turn_one_key_into_another(issuer: Issuer, tokens: Tokens, kid: str, other: str) -> None:
    if kid == other:
        return
    algorithm, key = issuer.keys[other]

    assert await tokens.subject(jwt.encode(claims(issuer), key, algorithm, headers={"kid": kid}), now=NOON) is None


@pytest.mark.parametrize("algorithm", ALGORITHMS)
async def test_a_key_of_somebody_elses_proves_nothing(issuer: Issuer, tokens: Tokens, algorithm: str) -> None:
    """Whatever the header says of where that key is to be found: nothing that it names is looked at."""
    theirs = a_key(algorithm, "theirs")
    jwk = public_jwk(theirs, algorithm, "theirs")
    evil = f"{issuer.url}/evil"
    issuer_asked_before = None
    for header in (
        {"kid": algorithm},
        {"kid": "theirs"},
        {"kid": algorithm, "jwk": jwk},
        {"kid": algorithm, "jku": f"{evil}/jwks"},
        {"kid": algorithm, "x5u": f"{evil}/cert"},
        {"kid": algorithm, "x5c": ["MIIB"]},
        {"kid": f"{evil}/jwks"},
        {"kid": "../../../../dev/null"},
        {"kid": "/etc/passwd"},
        {"kid": "' OR '1'='1"},
        {"kid": "\x00"},
        {"kid": ""},
        {"kid": "x" * 10_000},
    ):
        token = jwt.encode(claims(issuer), theirs, algorithm=algorithm, headers=header)
        assert await tokens.subject(token, now=NOON) is None, header
        issuer_asked_before = issuer_asked_before or list(issuer.asked)

    assert issuer.asked == issuer_asked_before == ["description", "jwks"]


@pytest.mark.parametrize("kid", [7, None, ["RS256"], {"kid": "RS256"}, True])
async def test_a_kid_is_text(issuer: Issuer, tokens: Tokens, kid: object) -> None:
    key = issuer.keys["RS256"][1]
    header = {"alg": "RS256", "typ": "JWT", "kid": kid}
    signing = f"{encoded(header)}.{encoded(claims(issuer))}"
    signature = jwt.get_algorithm_by_name("RS256").sign(signing.encode(), key)

    assert await tokens.subject(f"{signing}.{encoded(signature)}", now=NOON) is None


@pytest.mark.parametrize(
    "more",
    [
        {"exp": NOW - 31},
        {"exp": None},
        {"exp": NOW + 90_000},
        {"nbf": NOW + 60},
        {"aud": "somebody-else"},
        {"aud": None},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"sub": None},
    ],
)
async def test_a_signed_token_that_is_not_for_us_or_not_now_proves_nothing(
    issuer: Issuer, tokens: Tokens, more: dict[str, Any]
) -> None:
    assert await tokens.subject(issuer.token(claims(issuer, **more)), now=NOON) is None


@pytest.mark.parametrize("header", [{"typ": "logout+jwt"}, {"typ": "dpop+jwt"}, {"crit": ["exp"]}, {"b64": False}])
async def test_a_token_of_another_kind_proves_nothing(issuer: Issuer, tokens: Tokens, header: dict[str, Any]) -> None:
    algorithm, key = issuer.keys["EdDSA"]
    signing = f"{encoded({'alg': algorithm, 'kid': 'EdDSA', **header})}.{encoded(claims(issuer))}"
    signature = jwt.get_algorithm_by_name(algorithm).sign(signing.encode(), key)

    assert await tokens.subject(f"{signing}.{encoded(signature)}", now=NOON) is None


async def test_a_changed_token_proves_nothing(issuer: Issuer, tokens: Tokens) -> None:
    header, said, signature = issuer.token(claims(issuer), kid="ES256").split(".")

    for token in (
        f"{header}.{encoded(claims(issuer, sub='mira'))}.{signature}",
        f"{header}.{said}.",
        f"{header}.{said}",
        f"{header}..{signature}",
        f".{said}.{signature}",
        f"{header}.{said}.{encoded(bytes(64))}",
        f"{header}.{said}.{signature}.{signature}",
    ):
        assert await tokens.subject(token, now=NOON) is None, token


@pytest.mark.parametrize(
    "token",
    [
        "",
        "..",
        "a.b.c",
        "\u00ff.\u00ff.\u00ff",
        "." * 100,
        "x" * 100_000,
        f"{encoded(b'[' * 9_000)}.e30.e30",
        f"{encoded(b'null')}.e30.e30",
        f"{encoded(b'[]')}.e30.e30",
    ],
)
async def test_what_is_no_token_proves_nothing(tokens: Tokens, token: str) -> None:
    assert await tokens.subject(token, now=NOON) is None


@pytest.mark.parametrize("said", [b"[]", b"null", b'"noor"', b"{", b"[" * 9_000, b"\xff", b""])
async def test_what_is_signed_has_to_be_claims(issuer: Issuer, tokens: Tokens, said: bytes) -> None:
    algorithm, key = issuer.keys["EdDSA"]
    token = jwt.api_jws.PyJWS().encode(said, key, algorithm=algorithm, headers={"kid": "EdDSA"})

    assert await tokens.subject(token, now=NOON) is None


async def test_keys_are_read_once_and_again_when_they_are_old(issuer: Issuer, tokens: Tokens, clock: Clock) -> None:
    token = issuer.token(claims(issuer, exp=NOW + 3600))
    for _ in range(5):
        assert await tokens.subject(token, now=clock()) == "noor"
    assert issuer.asked == ["description", "jwks"]

    clock.now += FRESH
    assert await tokens.subject(token, now=clock()) == "noor"
    await until(lambda: issuer.asked == ["description", "jwks"] * 2)


async def test_a_new_key_counts_at_once_and_one_that_is_gone_does_not_after_the_next_reading(
    issuer: Issuer, tokens: Tokens, clock: Clock
) -> None:
    old = issuer.token(claims(issuer, exp=NOW + 3600))
    assert await tokens.subject(old, now=clock()) == "noor"
    clock.now += PAUSE
    issuer.keys = {"next": ("RS256", a_key("RS256", "next"))}

    new = issuer.token(claims(issuer, exp=NOW + 3600), kid="next")

    assert await tokens.subject(new, now=clock()) == "noor"
    assert await tokens.subject(old, now=clock()) is None


async def test_the_same_kid_with_another_key_is_the_other_key(issuer: Issuer, tokens: Tokens, clock: Clock) -> None:
    old = issuer.token(claims(issuer, exp=NOW + 3600))
    assert await tokens.subject(old, now=clock()) == "noor"
    issuer.keys["RS256"] = ("RS256", a_key("RS256", "next"))
    clock.now += FRESH

    async def is_gone() -> bool:
        return await tokens.subject(old, now=clock()) is None

    await eventually(is_gone)

    assert await tokens.subject(issuer.token(claims(issuer, exp=NOW + 3600)), now=clock()) == "noor"


async def test_tokens_with_unknown_keys_make_us_ask_once_in_a_while(
    issuer: Issuer, tokens: Tokens, clock: Clock
) -> None:
    forged = jwt.encode(claims(issuer), a_key("RS256", "theirs"), "RS256", headers={"kid": "theirs"})
    for _ in range(50):
        assert await tokens.subject(forged, now=clock()) is None
    assert issuer.asked == ["description", "jwks"]

    clock.now += PAUSE - timedelta(milliseconds=1)
    assert await tokens.subject(forged, now=clock()) is None
    assert len(issuer.asked) == 2
    clock.now += timedelta(milliseconds=1)
    assert await tokens.subject(forged, now=clock()) is None
    assert len(issuer.asked) == 4


@pytest.mark.parametrize("fault", ["500", "not keys", "none", "another issuer", "huge", "odd keys"])
async def test_a_provider_that_fails_keeps_the_keys_that_we_have(
    issuer: Issuer, tokens: Tokens, clock: Clock, fault: str
) -> None:
    token = issuer.token(claims(issuer, exp=NOW + 86_000))
    assert await tokens.subject(token, now=clock()) == "noor"
    _break(issuer, fault)

    async def is_read(times: int) -> bool:
        assert await tokens.subject(token, now=clock()) == "noor"
        return issuer.asked.count("description") == times

    for times in range(2, 5):
        clock.now += FRESH
        await eventually(partial(is_read, times))


async def test_without_any_keys_nobody_is_let_in_and_nobody_is_called_a_liar(
    issuer: Issuer, tokens: Tokens, clock: Clock
) -> None:
    issuer.status = 503
    token = issuer.token(claims(issuer))

    for _ in range(3):
        with pytest.raises(Unavailable):
            await tokens.subject(token, now=clock())
    assert issuer.asked == ["description"]

    issuer.status = 200
    clock.now += PAUSE
    assert await tokens.subject(token, now=NOON) == "noor"


def _break(issuer: Issuer, fault: str) -> None:
    rsa_key = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505 - too weak on purpose
    ec_key = ec.generate_private_key(ec.SECP384R1())
    match fault:
        case "500":
            issuer.status = 500
        case "not keys":
            issuer.document = {"keys": "none"}
        case "none":
            issuer.document = {"keys": []}
        case "another issuer":
            issuer.description = {"issuer": "https://evil.example"}
        case "huge":
            issuer.document = {"keys": [], "padding": "x" * 300_000}
        case "odd keys":
            right = public_jwk(a_key("RS256"), "RS256", "RS256")
            issuer.document = {
                "keys": [
                    None,
                    [],
                    {},
                    {"kty": ["RSA"], "kid": "RS256"},
                    {"kty": "oct", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0", "kid": "RS256", "alg": "HS256"},
                    public_jwk(rsa_key, "RS256", "RS256"),
                    {**public_jwk(ec_key, "ES384", "RS256"), "alg": "ES256"},
                    {**right, "use": "enc"},
                    {**right, "alg": "RS512"},
                    {**right, "key_ops": ["sign"]},
                    {**right, "d": "AQAB"},
                    {**right, "kid": 7},
                    {**right, "kid": ""},
                    {**right, "n": "!"},
                    {**right, "kid": "twice"},
                    {**right, "kid": "twice"},
                ]
            }
        case _:
            raise ValueError(fault)
