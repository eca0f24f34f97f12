"""`python -m deploy.local.beside MODULE ...`: a command of a station's on the cases of the stack that runs here.

EARSHOT_MONGO_URL in the environment names other cases.
"""

import os
import subprocess
import sys
from pathlib import Path

from deploy.local.stack_file import NoStack, read_stack

DATA = Path(".earshot")


def main() -> int:
    environment = dict(os.environ)
    if "EARSHOT_MONGO_URL" not in environment:
        try:
            stack = read_stack(DATA)
        except NoStack as reason:
            print(f"{reason}, or name a MongoDB in EARSHOT_MONGO_URL", file=sys.stderr)
        else:
            environment |= {"EARSHOT_MONGO_URL": stack.mongo_url, "EARSHOT_MONGO_DATABASE": stack.mongo_database}
    arguments = [sys.executable, "-m", *sys.argv[1:]]
    return subprocess.run(arguments, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
