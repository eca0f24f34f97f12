"""`python -m services.respond` and a process; or a command that ends: `audit verify`, `search --rebuild`."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from services.respond.settings import RespondSettings
from shared.runtime.launch import launch

PROCESSES: Final = ("api", "publisher", "clock", "watchdog", "search", "webhooks")


def main(arguments: Sequence[str]) -> None:
    """Launch the process that is named. Exits with a message when none is."""
    match arguments:
        case [process] if process in PROCESSES:
            wiring = import_module(f"services.respond.wiring.{process}")
            launch(RespondSettings, wiring.wire, station=f"respond {process}")
        case ["audit", "verify", *rest]:
            raise SystemExit(import_module("services.respond.reports.audit").main(rest))
        case ["search", "--rebuild"]:
            import_module("services.respond.wiring.search").rebuild()
        case _:
            raise SystemExit(f"usage: python -m services.respond {'|'.join(PROCESSES)}; got {list(arguments)}")


if __name__ == "__main__":
    main(sys.argv[1:])
