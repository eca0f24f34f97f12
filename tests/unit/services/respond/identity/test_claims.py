"""A token is believed only for us, from our provider, and while it is good."""

from datetime import timedelta
from typing import Any

import pytest

from services.respond.domain.claims import Expected, NotBelieved, subject_of
from tests.builders import NOON

NOW = NOON.timestamp()
EXPECTED = Expected(issuer="https://id.example", audience="earshot")
GOOD: dict[str, Any] = {
    "iss": "https://id.example",
    "aud": "earshot",
    "sub": "noor",
    "iat": NOW,
    "nbf": NOW,
    "exp": NOW + 300,
}


def without(name: str) -> dict[str, Any]:
    return {other: value for other, value in GOOD.items() if other != name}


@pytest.mark.parametrize(
    "claims",
    [
        GOOD,
        without("nbf"),
        without("iat"),
        {**GOOD, "aud": ["other", "earshot"]},
        {**GOOD, "exp": NOW - 29},
        {**GOOD, "nbf": NOW + 30, "iat": NOW + 30},
        {**GOOD, "exp": NOW + 86_400},
        {**GOOD, "exp": int(NOW) + 10, "more": {"deep": []}},
    ],
)
def test_a_good_token_names_somebody(claims: dict[str, Any]) -> None:
    assert subject_of(claims, EXPECTED, now=NOON) == "noor"


@pytest.mark.parametrize(
    ("claims", "says"),
    [
        ({}, "another issuer"),
        ({**GOOD, "iss": "https://id.example/"}, "another issuer"),
        ({**GOOD, "iss": ["https://id.example"]}, "another issuer"),
        (without("aud"), "another audience"),
        ({**GOOD, "aud": "earshot2"}, "another audience"),
        ({**GOOD, "aud": "the earshot"}, "another audience"),
        ({**GOOD, "aud": []}, "another audience"),
        ({**GOOD, "aud": {"earshot": 1}}, "another audience"),
        (without("exp"), "never expires"),
        ({**GOOD, "exp": NOW - 30}, "has expired"),
        ({**GOOD, "exp": str(NOW + 300)}, "exp is no instant"),
        ({**GOOD, "exp": None}, "exp is no instant"),
        ({**GOOD, "exp": True}, "exp is no instant"),
        ({**GOOD, "exp": float("nan")}, "exp is no instant"),
        ({**GOOD, "exp": float("inf")}, "exp is no instant"),
        ({**GOOD, "exp": 10**400}, "exp is no instant"),
        ({**GOOD, "nbf": NOW + 31}, "not good yet"),
        ({**GOOD, "nbf": "now"}, "nbf is no instant"),
        ({**GOOD, "iat": NOW + 31}, "from the future"),
        ({**GOOD, "exp": NOW + 86_401}, "for too long"),
        ({**without("iat"), "exp": NOW + 86_401}, "for too long"),
        ({**GOOD, "iat": NOW - 86_400, "exp": NOW + 300}, "for too long"),
        (without("sub"), "names nobody"),
        ({**GOOD, "sub": ""}, "names nobody"),
        ({**GOOD, "sub": ["noor"]}, "names nobody"),
    ],
)
def test_any_other_token_proves_nothing(claims: dict[str, Any], says: str) -> None:
    with pytest.raises(NotBelieved, match=says):
        subject_of(claims, EXPECTED, now=NOON)


def test_another_claim_can_name_the_agent() -> None:
    expected = Expected(issuer="https://id.example", audience="earshot", claim="preferred_username")

    assert subject_of({**GOOD, "preferred_username": "joris"}, expected, now=NOON) == "joris"
    with pytest.raises(NotBelieved, match="names nobody"):
        subject_of(GOOD, expected, now=NOON)


def test_an_address_that_nobody_has_verified_names_nobody() -> None:
    expected = Expected(issuer="https://id.example", audience="earshot", claim="email")
    claims = {**GOOD, "email": "noor@discus.example"}

    assert subject_of({**claims, "email_verified": True}, expected, now=NOON) == "noor@discus.example"
    for verified in ({}, {"email_verified": False}, {"email_verified": "true"}):
        with pytest.raises(NotBelieved, match="verified"):
            subject_of({**claims, **verified}, expected, now=NOON)


def test_a_token_ends_at_one_instant() -> None:
    later = NOON + timedelta(seconds=300 + 30)

    assert subject_of(GOOD, EXPECTED, now=later - timedelta(milliseconds=1)) == "noor"
    with pytest.raises(NotBelieved):
        subject_of(GOOD, EXPECTED, now=later)
