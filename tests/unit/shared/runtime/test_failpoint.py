"""A failpoint kills at its name, and only there."""

import os
import signal
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[4]
PROGRAM = "from shared.runtime.failpoint import failpoint; failpoint('here'); print('alive')"


def run(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, **environment},
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )


def test_unarmed_or_armed_elsewhere_nothing_happens() -> None:
    assert run().stdout == run(EARSHOT_FAILPOINT="there").stdout == "alive\n"


def test_armed_here_the_process_is_killed_as_if_from_outside() -> None:
    died = run(EARSHOT_FAILPOINT="here")

    assert (died.returncode, died.stdout) == (-signal.SIGKILL, "")
