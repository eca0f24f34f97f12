"""Makes what believes the identity provider, where the settings name one."""

from dataclasses import dataclass

from services.respond.console.provider import CALLBACK
from services.respond.domain.claims import Expected
from services.respond.identity.code_flow import Client, CodeFlow
from services.respond.identity.key_ring import KeyRing
from services.respond.identity.provider import Provider
from services.respond.identity.tokens import Tokens
from services.respond.settings import RespondSettings
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """`tokens`: for the API; `flow`: for browsers. None: not asked for."""

    tokens: Tokens | None = None
    flow: CodeFlow | None = None


def make_identity(settings: RespondSettings, clock: Clock) -> Identity:
    """Return it. Nothing is asked of the provider before somebody comes with a token."""
    issuer, audience, client, claim = (
        settings.oidc_issuer,
        settings.oidc_audience,
        settings.oidc_client_id,
        settings.oidc_claim,
    )
    if issuer is None:
        return Identity()
    provider = Provider(issuer=issuer, jwks_url=settings.oidc_jwks_url)
    ring = KeyRing(provider.keys, clock=clock)

    def tokens(wanted: str) -> Tokens:
        return Tokens(ring, Expected(issuer=issuer, audience=wanted, claim=claim))

    flow = None
    if client is not None:
        secret = settings.oidc_client_secret
        console = Client(
            id=client,
            secret=None if secret is None else secret.get_secret_value(),
            returns_to=f"{settings.console_url}{CALLBACK}",
            scope=settings.oidc_scope,
        )
        flow = CodeFlow(provider=provider, tokens=tokens(client), client=console, claim=claim)
    return Identity(tokens=None if audience is None else tokens(audience), flow=flow)
