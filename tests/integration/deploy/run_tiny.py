"""The supervisor over stand-ins: `python -m tests.integration.deploy.run_tiny --data DIR`."""

import asyncio
import sys
from pathlib import Path

from deploy.local.stack import Wanted
from deploy.local.supervisor import Supervisor
from tests.integration.deploy.tiny_table import TINY

if __name__ == "__main__":
    wanted = Wanted(kafka="mock", services=("ingest", "route"), table=TINY, revive=True)
    sys.exit(asyncio.run(Supervisor(wanted, Path(sys.argv[-1])).run()))
