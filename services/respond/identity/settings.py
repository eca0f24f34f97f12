"""What has to be known of the identity provider."""

from typing import Self

from pydantic import Field, SecretStr, model_validator

from services.respond.identity.fetch import is_safe
from shared.runtime.settings import Settings


class IdentitySettings(Settings):
    """No issuer: there is no identity provider, and people sign in by what earshot.yaml and the API give them."""

    oidc_issuer: str | None = Field(default=None, description="the provider, as `iss` names it, to the letter")
    oidc_audience: str | None = Field(
        default=None, description="`aud` of tokens for the API; unset: no token opens the API"
    )
    oidc_jwks_url: str | None = Field(default=None, description="where its keys are; unset: as it says itself")
    oidc_claim: str = Field(default="sub", min_length=1, description="which claim names the agent, or the sender")
    oidc_client_id: str | None = Field(
        default=None, description="the console's own name there; set: browsers can sign in there"
    )
    oidc_client_secret: SecretStr | None = Field(default=None, description="unset: a public client; PKCE either way")
    oidc_scope: str = Field(default="openid profile email", pattern=r"(^|.* )openid( .*|$)")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for name, url in (("oidc_issuer", self.oidc_issuer), ("oidc_jwks_url", self.oidc_jwks_url)):
            if url is not None and not is_safe(url):
                raise ValueError(f"{name} has to be https, or on this machine")
        if self.oidc_issuer is None and (self.oidc_audience or self.oidc_client_id or self.oidc_jwks_url):
            raise ValueError("oidc_issuer is not set; without it no token is believed")
        if self.oidc_issuer is not None and not (self.oidc_audience or self.oidc_client_id):
            raise ValueError(
                "oidc_issuer is of no use without oidc_audience (for the API) or oidc_client_id (browsers)"
            )
        if self.oidc_client_id is not None and getattr(self, "console_url", None) is None:
            raise ValueError("oidc_client_id needs console_url: the provider sends browsers back to it")
        return self
