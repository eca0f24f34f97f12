"""Every process of Earshot, in one table."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

CONFIG = Path(__file__).with_name("earshot.yaml")
LEVELS = Path(__file__).with_name("levels.yaml")
UNDERSTANDING = Path(__file__).with_name("understanding.yaml")
DATABASE = "earshot"


Follows = Literal["never", "mock", "always"]
"""When the stack counts as ready without it: it catches up with what came while it joined its consumer group. On the
mock cluster forming a group takes three seconds and cannot be hurried; with Faust it takes long on any."""


@dataclass(frozen=True)
class ProcessSpec:
    """One kind of process; several instances of it may run."""

    name: str
    module: str
    port: int  # where a person expects it
    role: str
    command: str = ""
    ready_path: str = "/health/ready"
    follows: Follows = "never"

    def argv(self, *, port: int, data_dir: Path) -> list[str]:
        command = [sys.executable, "-m", self.module, *self.command.split()]
        return [word.format(port=port, data_dir=data_dir) for word in command]


TOWNSQUARE = ProcessSpec(
    name="townsquare",
    module="deploy.local.townsquare",
    command="--port {port} --ledger {data_dir}/ledger.sqlite",
    port=8090,
    role="a social network of our own, to try things on",
    ready_path="/health",
)

SERVICES = (
    ProcessSpec("ingest", "services.ingest", 8081, "hears: webhooks and polled networks"),
    ProcessSpec("classify-lane", "services.classify", 8082, "says what each mention is about", "lane", follows="mock"),
    ProcessSpec(
        "classify-storms", "services.classify", 8083, "hears many people with one issue", "storms", follows="always"
    ),
    ProcessSpec("route", "services.route", 8084, "opens cases, finds them an agent", follows="mock"),
    ProcessSpec("respond-api", "services.respond", 8080, "the console and the API of the agents", "api"),
    ProcessSpec("respond-publisher", "services.respond", 8085, "posts the replies", "publisher"),
    ProcessSpec("respond-clock", "services.respond", 8086, "keeps the deadlines", "clock"),
    ProcessSpec("respond-watchdog", "services.respond", 8087, "sees that deadlines are kept", "watchdog"),
    ProcessSpec("respond-search", "services.respond", 8088, "makes what was said findable", "search", follows="mock"),
    ProcessSpec("respond-webhooks", "services.respond", 8089, "tells other systems", "webhooks", follows="mock"),
)

BY_NAME: Mapping[str, ProcessSpec] = {spec.name: spec for spec in (TOWNSQUARE, *SERVICES)}


def backing_environment(*, kafka_bootstrap: str, kafka_is_mock: bool, mongo_url: str) -> dict[str, str]:
    """What `deploy.prepare` and every service are told about the ground they stand on."""
    return {
        "EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap,
        "EARSHOT_KAFKA_MOCK": "1" if kafka_is_mock else "0",
        "EARSHOT_MONGO_URL": mongo_url,
        "EARSHOT_MONGO_DATABASE": DATABASE,
    }


def process_environment(*, port: int, data_dir: Path, config: Path, levels: Path = LEVELS) -> dict[str, str]:
    """What is one instance's own."""
    return {
        "EARSHOT_HTTP_HOST": "127.0.0.1",
        "EARSHOT_HTTP_PORT": str(port),
        "EARSHOT_DATA_DIR": str(data_dir),
        "EARSHOT_CONFIG": str(config),
        "EARSHOT_LEVELS": str(levels),
        "EARSHOT_UNDERSTANDING": str(UNDERSTANDING),
        "EARSHOT_INSTANCE": data_dir.name,
        "EARSHOT_STORM_LATENESS_SECONDS": "3",  # the town square tells at once, and nobody here waits for half a minute
        "EARSHOT_WEBHOOK_PRIVATE": "127.0.0.0/8, ::1, localhost",  # a receiver to try webhooks on runs here too
        "PYDANTIC_DISABLE_PLUGINS": "__all__",  # there are none; looking for them is a tenth of a process's start
    }
