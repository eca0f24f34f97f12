"""The command that makes a password's hash makes one that earshot.yaml takes and that the password fits."""

import subprocess
import sys

import pytest
from pydantic import ValidationError

from services.respond.identity.passwords import Passwords
from shared.directory.model import Agent

COMMAND = (sys.executable, "-m", "services.respond.identity.hash_password")
RIGHT = "seven-rusty-bicycles"


def asked(password: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(COMMAND, input=f"{password}\n", capture_output=True, text=True, check=False, timeout=60)


def an_agent(password_hash: str) -> Agent:
    return Agent(id="noor", name="Noor", key="noor-key-0123456789", password_hash=password_hash)


async def test_the_hash_fits_the_password_and_the_file() -> None:
    made = asked(RIGHT)

    assert made.returncode == 0, made.stderr
    kept = an_agent(made.stdout.strip()).password_hash
    assert kept is not None
    assert await Passwords().is_right(RIGHT, kept.get_secret_value())
    assert RIGHT not in made.stdout + made.stderr


def test_a_short_password_is_refused() -> None:
    refused = asked("too-short")

    assert refused.returncode != 0
    assert "12 to 200 characters" in refused.stderr


@pytest.mark.parametrize(
    "given",
    [
        "seven-rusty-bicycles",
        "$2b$12$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuuabcdefghijk",
        "$argon2i$v=19$m=65536,t=3,p=4$QZzJhgqORJY07nzGThD27Q$yGhwLx6f7T6K9E1IJwQPteXJ9gYzpMv+VajuHF0rOsw",
        "$argon2id$v=19$m=65536,t=3,p=4$QZzJhgqORJY07nzGThD27Q$",
        "$argon2id$v=19$m=65536,t=3,p=4$QZzJhgqORJY07nzGThD27Q$yGhwLx6f7T6K9E1IJwQPteXJ9gYzpMv+VajuHF0rOsw\nmore",
    ],
)
def test_what_is_no_argon2id_hash_is_refused(given: str) -> None:
    with pytest.raises(ValidationError, match="hash_password"):
        an_agent(given)
