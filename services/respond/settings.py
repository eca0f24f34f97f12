"""What respond's processes need to know besides what every process does."""

from pydantic import Field

from shared.runtime.settings import Settings


class RespondSettings(Settings):
    """One class for the three processes, so that one environment serves them all."""

    # api
    console_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/\s]+$",
        description="where browsers reach the console, without a path; https makes the session cookie Secure."
        " Unset: the origin has to be the Host that was asked",
    )
    session_hours: int = Field(default=12, ge=1, le=168, description="how long a browser stays signed in")
    stream_window: int = Field(default=2_000, ge=1, le=100_000, description="live events kept for those who reconnect")
