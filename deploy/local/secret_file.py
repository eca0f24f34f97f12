"""The secrets of the local stack: made once per data folder, readable by their owner alone."""

import base64
import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path

from argon2 import PasswordHasher


def _webhook_secret() -> str:
    """The form of the Standard Webhooks specification: whsec_ and the base64 of 32 bytes."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _token() -> str:
    return secrets.token_urlsafe(32)


def _password() -> str:
    """60 random bits in a form that can be read off a screen and typed: no letter looks like another one."""
    letters = [secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(12)]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, 12, 4))


MADE_HERE: Mapping[str, Callable[[], str]] = {
    "EARSHOT_SECRET_HELPDESK": _webhook_secret,
    "EARSHOT_SECRET_REPLAY": _token,
    "EARSHOT_SECRET_AGENT_MIRA": _token,
    "EARSHOT_SECRET_AGENT_JORIS": _token,
    "EARSHOT_SECRET_AGENT_ADA": _token,
    "EARSHOT_WEBHOOK_KEY": _key,
}
SETTINGS = frozenset({"EARSHOT_WEBHOOK_KEY"})
"""Those of them that are settings of processes; the others are what earshot.yaml refers to."""
PASSWORDS: Mapping[str, str] = {
    "EARSHOT_PASSWORD_MIRA": "EARSHOT_PASSWORD_HASH_MIRA",
    "EARSHOT_PASSWORD_JORIS": "EARSHOT_PASSWORD_HASH_JORIS",
    "EARSHOT_PASSWORD_ADA": "EARSHOT_PASSWORD_HASH_ADA",
}
"""Of the agents, for people to sign in with; processes are given what each is kept as, under the second name."""
TOWNSQUARE_TOKEN = "EARSHOT_SECRET_TOWNSQUARE_DISCUS"  # noqa: S105 - its name; the town square makes it


def secrets_path(data_dir: Path) -> Path:
    return data_dir / "secrets.env"


def read_secrets(data_dir: Path) -> dict[str, str]:
    """NAME=value per line; empty where there is no file yet."""
    file = secrets_path(data_dir)
    lines = file.read_text().splitlines() if file.exists() else []
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def ensure_secrets(data_dir: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Those of before, those that were missing, and `more`, which replaces."""
    known = read_secrets(data_dir)
    makers = {**MADE_HERE, **dict.fromkeys(PASSWORDS, _password)}
    complete = {name: known.get(name) or make() for name, make in makers.items()} | dict(more or {})
    complete = known | complete
    if complete != known:
        _write(secrets_path(data_dir), complete)
    return complete


def for_processes(values: Mapping[str, str]) -> dict[str, str]:
    """What processes are given of these: no password, but its hash instead. Takes a tenth of a second for each."""
    given = {name: value for name, value in values.items() if name not in PASSWORDS}
    return given | {kept_as: PasswordHasher().hash(values[name]) for name, kept_as in PASSWORDS.items()}


def _write(file: Path, values: Mapping[str, str]) -> None:
    writing = file.with_suffix(".writing")
    writing.unlink(missing_ok=True)
    with os.fdopen(os.open(writing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write("# Made by the local stack. Delete this file for new ones.\n")
        out.writelines(f"{name}={value}\n" for name, value in values.items())
    writing.rename(file)
