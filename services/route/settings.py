"""What an SRE can set for the route station. Service levels are a file of their own (EARSHOT_LEVELS)."""

from pydantic import Field

from shared.runtime.settings import Settings


class RouteSettings(Settings):
    """Batches, and how often dispatch looks."""

    http_port: int = 8084
    batch_size: int = Field(default=500, ge=1, le=5000)
    batch_wait_ms: int = Field(default=10, ge=1, le=1000, description="how long a single mention may wait for company")
    dispatch_seconds: float = Field(default=0.5, gt=0, le=60)
    dispatch_lease_seconds: float = Field(
        default=5.0, gt=0, le=300, description="after this, another process dispatches in place of one that died"
    )
    giving_back_seconds: float = Field(default=2.0, gt=0, le=60)
