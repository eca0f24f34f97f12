"""`python -m deploy.local.beside MODULE ...`: a command of a station's on the data of the stack that runs here.

EARSHOT_MONGO_URL and EARSHOT_KAFKA_BOOTSTRAP in the environment name others.
"""

import os
import subprocess
import sys
from pathlib import Path

from deploy.local.stack_file import NoStack, read_stack

DATA = Path(".earshot")
NAMED = ("EARSHOT_MONGO_URL", "EARSHOT_KAFKA_BOOTSTRAP")


def main() -> int:
    environment = dict(os.environ)
    unnamed = [name for name in NAMED if name not in environment]
    if unnamed:
        try:
            stack = read_stack(DATA)
        except NoStack as reason:
            if len(unnamed) == len(NAMED):
                print(f"{reason}, or name others in {' and '.join(NAMED)}", file=sys.stderr)
        else:
            if "EARSHOT_MONGO_URL" in unnamed:
                environment |= {"EARSHOT_MONGO_URL": stack.mongo_url, "EARSHOT_MONGO_DATABASE": stack.mongo_database}
            if "EARSHOT_KAFKA_BOOTSTRAP" in unnamed:
                environment["EARSHOT_KAFKA_BOOTSTRAP"] = stack.kafka_bootstrap
    arguments = [sys.executable, "-m", *sys.argv[1:]]
    return subprocess.run(arguments, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
