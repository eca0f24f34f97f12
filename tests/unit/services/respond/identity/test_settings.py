"""Settings of the identity provider that would let in the wrong people, or nobody, refuse to start."""

from typing import Any

import pytest
from pydantic import ValidationError

from services.respond.settings import RespondSettings

ISSUER = "https://id.example/realms/care"
CONSOLE = "https://care.example"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"oidc_issuer": ISSUER, "oidc_audience": "earshot"},
        {"oidc_issuer": "http://127.0.0.1:8000", "oidc_audience": "earshot"},
        {"oidc_issuer": ISSUER, "oidc_client_id": "console", "console_url": CONSOLE},
        {"oidc_issuer": ISSUER, "oidc_audience": "earshot", "oidc_jwks_url": "https://keys.example/jwks"},
    ],
)
def test_settings_that_go_together(given: dict[str, Any]) -> None:
    assert RespondSettings(**given).oidc_claim == "sub"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"oidc_audience": "earshot"}, "oidc_issuer is not set"),
        ({"oidc_client_id": "console", "console_url": CONSOLE}, "oidc_issuer is not set"),
        ({"oidc_issuer": ISSUER}, "of no use"),
        ({"oidc_issuer": ISSUER, "oidc_client_id": "console"}, "needs console_url"),
        ({"oidc_issuer": "http://id.example", "oidc_audience": "earshot"}, "https"),
        ({"oidc_issuer": "http://127.0.0.1.example", "oidc_audience": "earshot"}, "https"),
        ({"oidc_issuer": "https://user@id.example", "oidc_audience": "earshot"}, "https"),
        ({"oidc_issuer": "file:///etc/passwd", "oidc_audience": "earshot"}, "https"),
        ({"oidc_issuer": ISSUER, "oidc_audience": "earshot", "oidc_jwks_url": "http://keys.example"}, "https"),
        ({"oidc_issuer": ISSUER, "oidc_audience": "earshot", "oidc_scope": "profile"}, "pattern"),
        ({"proxies": -1}, "greater than or equal to 0"),
    ],
)
def test_settings_that_do_not(given: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        RespondSettings(**given)
