"""What respond's processes need to know besides what every process does."""

from typing import Self

from pydantic import Field, model_validator

from shared.runtime.settings import Settings


class RespondSettings(Settings):
    """One class for all processes, so that one environment serves them."""

    # api
    console_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/\s]+$",
        description="where browsers reach the console, without a path; https makes the session cookie Secure."
        " Unset: the origin has to be the Host that was asked",
    )
    session_hours: int = Field(default=12, ge=1, le=168, description="how long a browser stays signed in")
    stream_window: int = Field(default=2_000, ge=1, le=100_000, description="live events kept for those who reconnect")
    audit_head_minutes: float = Field(default=60.0, gt=0, le=1440, description="how often the audit's head is logged")

    # publisher; the times are explained in publishing/timing.py
    network_seconds: float = Field(default=8.0, gt=0, le=60, description="how long a network may be silent")
    publisher_poll_seconds: float = Field(default=0.25, gt=0, le=60)
    publisher_in_flight: int = Field(default=16, ge=1, le=1_000, description="answers looked at at the same time")
    publisher_per_account: int = Field(default=4, ge=1, le=1_000, description="of these, for one account")
    publisher_attempt_seconds: float = Field(default=15.0, gt=0, description="an attempt writes nothing after this")
    publisher_lease_seconds: float = Field(default=30.0, gt=0, description="after this, sending counts as unknown")
    publisher_first_look_seconds: float = Field(default=2.0, gt=0)
    publisher_absent_seconds: float = Field(
        default=60.0, gt=0, description="how long a network may take to show a post; absence is not believed before"
    )
    publisher_settle_seconds: float = Field(default=840.0, gt=0, le=900, description="then a person is asked")
    publisher_first_wait_seconds: float = Field(default=2.0, gt=0, description="after a failure; it grows from here")
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

    @model_validator(mode="after")
    def _attempt_within_lease(self) -> Self:
        if self.publisher_attempt_seconds >= self.publisher_lease_seconds:
            raise ValueError("publisher_attempt_seconds must be less than publisher_lease_seconds")
        return self
