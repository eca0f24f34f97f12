"""What the two processes of this station need to know."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from services.classify.domain.storms.rules import StormRules
from shared.runtime.settings import Settings

Latin = Literal["en", "nl", "de", "fr", "es", "it", "pt", "da", "sv", "no", "fi", "pl", "cs", "ro", "hu", "tr", "ca"]


class LaneSettings(Settings):
    """The lane."""

    languages: Annotated[tuple[Latin, ...], Field(min_length=1)] = Field(
        default=("en", "nl", "de", "fr", "es"),
        description="which languages customers write; telling few apart is surer. All but the first five have no words",
    )
    lane_group: str = Field(default="classify-lane", description="the consumer group")
    lane_max_records: int = Field(default=500, ge=1, le=5_000, description="mentions in a batch at most")
    lane_wait_ms: int = Field(default=20, ge=0, le=5_000, description="how long a lone mention waits for company")


class StormSettings(Settings):
    """Storms. Each worker needs an EARSHOT_DATA_DIR of its own."""

    storm_group: str = Field(
        default="classify-storms",
        pattern=r"^[a-z0-9][a-z0-9-]*$",
        description="Faust's application id: the consumer group, and the first part of the changelogs' names",
    )
    storm_authors: int = Field(default=10, ge=2, le=200, description="different people that make a storm")
    storm_window_minutes: int = Field(default=60, ge=5, le=24 * 60, multiple_of=5, description="within how long")
    storm_growth: int = Field(default=25, ge=1, description="a storm has grown when doubled, or by so many people")
    storm_quiet_minutes: int = Field(default=90, ge=1, description="without a new complaint, the storm is over")
    storm_lateness_seconds: float = Field(
        default=30,
        ge=0,
        le=120,
        description="how late a complaint may come and still be put in order; adds to the delay",
    )
    storm_replication: int = Field(default=1, ge=1, description="replication factor of the changelogs; production: 3")

    @property
    def storm_rules(self) -> StormRules:
        """The domain's own form."""
        return StormRules(
            authors=self.storm_authors,
            window=timedelta(minutes=self.storm_window_minutes),
            growth=self.storm_growth,
            quiet=timedelta(minutes=self.storm_quiet_minutes),
            lateness=timedelta(seconds=self.storm_lateness_seconds),
        )
