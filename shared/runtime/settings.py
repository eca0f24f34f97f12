"""Settings come from the environment, prefix EARSHOT_, and are checked before anything starts."""

from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

S = TypeVar("S", bound=BaseSettings)


class Settings(BaseSettings):
    """What every process needs to know. A station adds its own."""

    # Compose passes what is not set on as empty.
    model_config = SettingsConfigDict(env_prefix="EARSHOT_", env_ignore_empty=True, extra="ignore", frozen=True)

    kafka_bootstrap: str = "127.0.0.1:9092"
    kafka_mock: bool = Field(default=False, description="librdkafka's mock cluster: topics appear by themselves")
    instance: str | None = Field(
        default=None,
        description="a name of this process alone, kept over restarts: after a kill it takes its place in the consumer "
        "group back at once, without a rebalance",
    )
    mongo_url: str = "mongodb://127.0.0.1:27017/?replicaSet=earshot"
    mongo_database: str = "earshot"
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65535)
    config: Path = Field(default=Path("deploy/local/earshot.yaml"), description="brands, accounts, senders, agents")
    levels: Path = Field(
        default=Path("deploy/local/levels.yaml"), description="calendars, policies, queues, dispatch; followed live"
    )
    data_dir: Path = Path(".earshot")
    log_format: Literal["auto", "pretty", "json"] = "auto"
    log_level: Literal["debug", "info", "warning", "error"] = "info"


def read_settings(kind: type[S]) -> S:
    """Return the settings, or end the process with a message that names each wrong variable."""
    try:
        return kind()
    except ValidationError as error:
        lines = [
            f"  EARSHOT_{'_'.join(str(step) for step in found['loc']).upper()}: {found['msg']}"
            for found in error.errors(include_input=False, include_url=False)
        ]
        raise SystemExit("Wrong settings:\n" + "\n".join(lines)) from None
