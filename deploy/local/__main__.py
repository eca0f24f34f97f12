"""`python -m deploy.local`: see `--help`."""

import argparse
import asyncio
import sys
from pathlib import Path

from deploy.local.stack import ALL_SERVICES, Wanted
from deploy.local.supervisor import Supervisor


def parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m deploy.local",
        description="Runs Earshot on this machine, without Docker, until Ctrl-C.",
        epilog="Environment: EARSHOT_KAFKA=real|mock|auto, EARSHOT_KAFKA_HOME, EARSHOT_KAFKA_BOOTSTRAP and "
        "EARSHOT_MONGO_URL (use those, start none), EARSHOT_PORT_<PROCESS>, for example EARSHOT_PORT_RESPOND_API.",
    )
    parser.add_argument("--only", choices=["infra"], help="Kafka and MongoDB alone")
    parser.add_argument("--services", nargs="+", choices=ALL_SERVICES, default=list(ALL_SERVICES), metavar="NAME")
    parser.add_argument("--fresh", action="store_true", help="forget all data first, except secrets and downloads")
    parser.add_argument("--data", type=Path, default=Path(".earshot"), metavar="DIR", help="default: .earshot")
    return parser.parse_args(arguments)


def main() -> int:
    asked = parsed(sys.argv[1:])
    services = () if asked.only else tuple(asked.services)
    supervisor = Supervisor(Wanted(services=services, revive=True), asked.data, fresh=asked.fresh)
    return asyncio.run(supervisor.run())


if __name__ == "__main__":
    sys.exit(main())
