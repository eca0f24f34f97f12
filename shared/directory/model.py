"""What stands in earshot.yaml."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, model_validator

from shared.directory.abilities import Abilities, Slug
from shared.directory.references import resolved, secret

Secret = Annotated[SecretStr, BeforeValidator(secret), Field(min_length=16)]
"""`env:NAME` or `file:PATH`; a secret never stands in the file itself."""

_ARGON2ID = re.compile(r"\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{16,}")


def _argon2id(value: SecretStr) -> SecretStr:
    if not _ARGON2ID.fullmatch(value.get_secret_value()):
        raise ValueError("that is no argon2id hash; make one with: python -m services.respond.identity.hash_password")
    return value


PasswordHash = Annotated[SecretStr, BeforeValidator(secret), AfterValidator(_argon2id)]
"""What is kept of a password, as a reference; `python -m services.respond.identity.hash_password` makes it."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Brand(_Entry):
    """A brand that customers talk about. Cases never cross brands."""

    id: Slug
    name: str


class Account(_Entry):
    """One of our own accounts on a network: where we listen, and from where we speak once it is armed."""

    id: Slug
    brand: Slug
    network: Literal["mastodon"]
    base_url: Annotated[str, BeforeValidator(resolved), Field(pattern=r"^https?://")]
    token: Secret
    poll_seconds: Annotated[float, Field(ge=0.2, le=3600)] = 3.0
    armed: bool = Field(default=False, description="may the publisher post here? Off until someone says so")


class Sender(_Entry):
    """A support platform that may POST /v1/events for one brand. Two live secrets of a kind allow rotation."""

    id: Slug
    brand: Slug
    standard_webhooks: Annotated[tuple[Secret, ...], Field(max_length=2)] = ()
    bearer: Annotated[tuple[Secret, ...], Field(max_length=2)] = ()

    @model_validator(mode="after")
    def _some_secret(self) -> Self:
        if not self.standard_webhooks and not self.bearer:
            raise ValueError(
                "needs standard_webhooks or bearer secrets: without one, anybody could write as this sender"
            )
        return self


class Agent(Abilities):
    """A person who answers, or a supervisor of them, who is changed in this file and nowhere else."""

    id: Slug
    key: Secret
    password_hash: PasswordHash | None = None


class Directory(_Entry):
    """The whole file. Ids are unique within their kind, and every `brand` is one of `brands`."""

    version: Literal[1]
    brands: Annotated[tuple[Brand, ...], Field(min_length=1)]
    accounts: tuple[Account, ...] = ()
    senders: tuple[Sender, ...] = ()
    agents: tuple[Agent, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for kind, entries in (
            ("brands", self.brands),
            ("accounts", self.accounts),
            ("senders", self.senders),
            ("agents", self.agents),
        ):
            ids = [entry.id for entry in entries]
            twice = {one for one in ids if ids.count(one) > 1}
            if twice:
                raise ValueError(f"{kind}: id used twice: {', '.join(sorted(twice))}")
        known = {brand.id for brand in self.brands}
        named = {
            *(account.brand for account in self.accounts),
            *(sender.brand for sender in self.senders),
            *(brand for agent in self.agents for brand in agent.brands),
        }
        if named - known:
            raise ValueError(f"unknown brand: {', '.join(sorted(named - known))}; known are {', '.join(sorted(known))}")
        return self

    def account(self, account_id: str) -> Account | None:
        """Return our account of that id."""
        return next((account for account in self.accounts if account.id == account_id), None)
