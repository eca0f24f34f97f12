"""What this station needs to know beyond the floor's settings."""

from pydantic import Field

from shared.runtime.settings import Settings


class IngestSettings(Settings):
    """Environment variables EARSHOT_<NAME>."""

    kafka_deadline_seconds: float = Field(
        default=5.0, gt=0, description="an unacknowledged write is unknown after this"
    )
    webhook_tolerance_seconds: float = Field(
        default=300.0, gt=0, le=3600, description="age of a signed request at most"
    )
    requests_in_flight: int = Field(default=256, ge=1, description="beyond it: 503 with Retry-After")
    bytes_in_flight: int = Field(default=67_108_864, ge=9_437_184, description="bodies held in memory, unpacked")
    body_seconds: float = Field(default=10.0, gt=0, description="a slower body is answered 408")
    poll_sources: bool = Field(default=True, description="poll networks here; in one replica only, others just listen")
    watch_days: float = Field(default=7.0, gt=0, description="how long edits and deletions of a post are looked for")
    watch_first_seconds: float = Field(default=20.0, gt=0, description="first re-read of a post; later ones grow apart")
    # Mastodon allows a token 300 requests in 5 minutes; polling every 3 s for mentions and echoes takes 200 of them.
    watch_reads_per_minute: float = Field(default=15.0, gt=0, description="re-reads per account")
