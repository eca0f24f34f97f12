"""`python -m deploy.local.replay FILE`: see `--help`."""

import asyncio
import json
import sys

from rich.console import Console

from deploy.local.join import CANNOT_START
from deploy.local.replay.arguments import asked
from deploy.local.replay.closing import close
from deploy.local.replay.replaying import replay
from deploy.local.replay.sending import Stopped


def main() -> int:
    wanted = asked(sys.argv[1:])
    console = Console()
    try:
        found = asyncio.run(replay(wanted, console))
    except (*CANNOT_START, Stopped, OSError) as reason:
        console.print(str(reason), style="red", markup=False, highlight=False, soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        return 130
    close(found, console)
    if wanted.report is not None:
        wanted.report.write_text(json.dumps(found.document(), indent=2) + "\n")
    return 0 if found.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
