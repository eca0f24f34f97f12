"""What an SRE can set for the route station."""

from pydantic import Field

from shared.runtime.settings import Settings


class RouteSettings(Settings):
    """First-response targets in seconds by severity, 24/7, until policies are configuration (issue 3)."""

    http_port: int = 8084
    batch_size: int = Field(default=500, ge=1, le=5000)
    batch_wait_ms: int = Field(default=10, ge=1, le=1000, description="how long a single mention may wait for company")
    target_critical: int = Field(default=15 * 60, gt=0)
    target_high: int = Field(default=60 * 60, gt=0)
    target_normal: int = Field(default=4 * 60 * 60, gt=0)
    target_low: int = Field(default=24 * 60 * 60, gt=0)
    warn_share: float = Field(default=0.75, gt=0, lt=1)
    dispatch_seconds: float = Field(default=0.5, gt=0, le=60)

    def targets(self) -> dict[str, int]:
        """Return the first-response target in seconds of each severity."""
        return {
            "critical": self.target_critical,
            "high": self.target_high,
            "normal": self.target_normal,
            "low": self.target_low,
        }
