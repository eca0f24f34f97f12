"""What respond's processes need to know besides what every process does."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_settings import NoDecode

from services.respond.domain.webhooks.keys import Key, keys_of
from services.respond.domain.webhooks.reach import Reach
from services.respond.identity.settings import IdentitySettings
from shared.directory.references import resolved


def _keys(value: Any) -> Any:
    return keys_of(resolved(value)) if isinstance(value, str) else value


def _reach(value: Any) -> Any:
    return Reach.of(value) if isinstance(value, str) else value


WebhookKey = Annotated[tuple[Key, ...], NoDecode, BeforeValidator(_keys)]
PrivateReach = Annotated[Reach, NoDecode, BeforeValidator(_reach)]


class RespondSettings(IdentitySettings):
    """One class for all processes, so that one environment serves them."""

    # api
    console_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/\s]+$",
        description="where browsers reach the console, without a path; https makes the session cookie Secure."
        " Unset: the origin has to be the Host that was asked",
    )
    session_hours: int = Field(default=12, ge=1, le=168, description="how long a browser stays signed in")
    proxies: int = Field(
        default=0,
        ge=0,
        le=10,
        description="how many proxies of yours stand in front, each adding to X-Forwarded-For whom it heard; 0: the"
        " header is not believed",
    )
    undo_seconds: float = Field(
        default=5.0, ge=0, le=60, description="how long an answer waits before it may go out, to be taken back; 0: not"
    )
    stream_window: int = Field(default=2_000, ge=1, le=100_000, description="live events kept for those who reconnect")
    audit_head_minutes: float = Field(default=60.0, gt=0, le=1440, description="how often the audit's head is logged")

    # publisher; the times are explained in publishing/timing.py
    network_seconds: float = Field(default=8.0, gt=0, le=60, description="how long a network may be silent")
    publisher_poll_seconds: float = Field(default=0.25, gt=0, le=60)
    publisher_in_flight: int = Field(default=16, ge=1, le=1_000, description="answers looked at at the same time")
    publisher_per_account: int = Field(default=4, ge=1, le=1_000, description="of these, for one account")
    publisher_gap_seconds: float = Field(
        default=0.2, ge=0, le=3600, description="from one post of an account to its next, by all publishers together"
    )
    publisher_spare: int = Field(
        default=5, ge=0, description="requests of a network's budget that are left alone; of a small one, a tenth"
    )
    publisher_attempt_seconds: float = Field(default=15.0, gt=0, description="an attempt writes nothing after this")
    publisher_lease_seconds: float = Field(default=30.0, gt=0, description="after this, sending counts as unknown")
    publisher_first_look_seconds: float = Field(default=2.0, gt=0)
    publisher_absent_seconds: float = Field(
        default=60.0, gt=0, description="how long a network may take to show a post; absence is not believed before"
    )
    publisher_settle_seconds: float = Field(default=840.0, gt=0, le=900, description="then a person is asked")
    publisher_first_wait_seconds: float = Field(default=2.0, gt=0, description="after a failure; it grows from here")
    publisher_delete_wait_seconds: float = Field(default=30.0, gt=0, description="between two tries of deleting a post")
    publisher_looks: int = Field(default=20, ge=1, description="look-ups before a person is asked")
    publisher_sendings: int = Field(default=3, ge=1, description="sendings of unknown outcome before it is given up")

    # clock and relay
    clock_poll_seconds: float = Field(default=0.25, gt=0, le=10)
    clock_batch: int = Field(default=500, ge=1, le=10_000)
    clock_share_seconds: float = Field(
        default=8.0, gt=0, le=300, description="after this, others take over the deadlines of a clock process that died"
    )
    canary_seconds: float = Field(
        default=60.0, ge=6, le=3600, description="from one canary of the watchdog's to the next"
    )
    relay_poll_seconds: float = Field(default=0.1, gt=0, le=10)
    relay_batch: int = Field(default=200, ge=1, le=10_000)

    # webhooks, and the part of the api that manages them
    webhook_key: WebhookKey = Field(
        default=(),
        description="under what webhooks' secrets are kept: base64 of 32 bytes, or env:NAME, file:PATH; several with"
        " commas, the newest first. Unset: no webhook can be made",
    )
    webhook_private: PrivateReach = Field(
        default=Reach(),
        description="inner places that webhooks may go to, with commas: networks (10.1.0.0/16) and names of hosts",
    )
    webhook_seconds: float = Field(default=10.0, gt=0, le=60, description="how long a receiver may take")
    webhook_first_wait_seconds: float = Field(
        default=5.0, gt=0, le=60, description="after a failure; it grows from here"
    )
    webhook_give_up_seconds: float = Field(
        default=86_400.0, gt=0, le=604_800, description="an event that fails for so long pauses its webhook"
    )
    webhook_poll_seconds: float = Field(default=0.25, gt=0, le=10)
    webhook_parallel: int = Field(default=4, ge=1, le=100, description="cases told of at one webhook at a time")
    webhook_in_flight: int = Field(default=32, ge=1, le=1_000, description="and at all of them")
    webhook_lease_seconds: float = Field(
        default=30.0, gt=0, le=300, description="after this, others send what a process that died had begun"
    )

    @model_validator(mode="after")
    def _attempt_within_lease(self) -> Self:
        if self.publisher_attempt_seconds >= self.publisher_lease_seconds:
            raise ValueError("publisher_attempt_seconds must be less than publisher_lease_seconds")
        return self

    @model_validator(mode="after")
    def _receiver_within_lease(self) -> Self:
        if self.webhook_seconds >= self.webhook_lease_seconds:
            raise ValueError("webhook_seconds must be less than webhook_lease_seconds")
        return self
