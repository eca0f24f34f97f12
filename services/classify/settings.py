"""What the two processes of this station need to know."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator

from services.classify.cascade.place import may_be_asked
from services.classify.domain.storms.rules import StormRules
from shared.directory.references import resolved
from shared.runtime.settings import Settings

Latin = Literal["en", "nl", "de", "fr", "es", "it", "pt", "da", "sv", "no", "fi", "pl", "cs", "ro", "hu", "tr", "ca"]

EndpointUrl = Annotated[str, AfterValidator(may_be_asked)]


class LaneSettings(Settings):
    """The lane."""

    languages: Annotated[tuple[Latin, ...], Field(min_length=1)] = Field(
        default=("en", "nl", "de", "fr", "es"),
        description="which languages customers write; telling few apart is surer. All but the first five have no words",
    )
    understanding: Path | None = Field(
        default=None, description="understanding.yaml: thresholds, words and intents of brands; followed live"
    )
    lane_group: str = Field(default="classify-lane", description="the consumer group")
    lane_max_records: int = Field(default=500, ge=1, le=5_000, description="mentions in a batch at most")
    lane_wait_ms: int = Field(default=20, ge=0, le=5_000, description="how long a lone mention waits for company")
    second_opinion_url: EndpointUrl | None = Field(
        default=None,
        description="an OpenAI-compatible endpoint, up to /v1: asked about unsure posts of brands that want it",
    )
    second_opinion_model: str | None = Field(default=None, max_length=100, description="the model's name there")
    second_opinion_key: Annotated[SecretStr, BeforeValidator(resolved)] | None = Field(
        default=None, description="the endpoint's key, or env:NAME, file:PATH"
    )
    second_opinion_seconds: float = Field(
        default=3.0, ge=0.1, le=10, description="how long a batch waits for all of them"
    )
    second_opinion_at_once: int = Field(default=8, ge=1, le=64, description="questions under way at a time")
    second_opinion_share: float = Field(default=0.2, gt=0, le=1, description="of the traffic, at most")
    second_opinion_calls_per_minute: int = Field(default=120, ge=1, le=6_000, description="by each process, at most")
    second_opinion_characters_per_day: int = Field(
        default=5_000_000, ge=0, description="by each process, questions with their rules (about 3,500 each), UTC days"
    )
    second_opinion_intent_below: float = Field(default=0.5, ge=0, le=1, description="a surer intent is not asked about")
    second_opinion_sentiment_below: float = Field(default=0.5, ge=0, le=1, description="nor a surer sentiment")
    second_opinion_answer_within: float = Field(
        default=0.1, ge=0, le=0.5, description="so near to its threshold, the need for an answer is unsure"
    )

    @model_validator(mode="after")
    def _one_without_the_other(self) -> Self:
        if (self.second_opinion_url is None) != (self.second_opinion_model is None):
            raise ValueError(
                "second opinions need EARSHOT_SECOND_OPINION_URL and EARSHOT_SECOND_OPINION_MODEL, or neither"
            )
        return self


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
