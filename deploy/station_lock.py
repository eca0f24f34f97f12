"""`python -m deploy.station_lock STATION`: prints the part of requirements.lock that one station needs, hashes and all.

So an image carries its own station's packages only, at the very versions that were tested. It reads the lock's "via"
notes, needs nothing but the standard library, and pip checks the result again: with hashes required, it refuses to
install a package whose dependencies are not all there.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent

_BEYOND_NAME = re.compile(r"[^A-Za-z0-9._-]")
_VIA = re.compile(r"^ +#(?: via)? +(\S+)")


class NoSuchStation(Exception):
    """pyproject.toml declares no extra of that name."""


@dataclass(frozen=True)
class Pin:
    """A line of the lock with its hashes and notes. A package has several when it differs between platforms."""

    name: str
    text: str
    wanted_by: frozenset[str]


def pins(lock: str) -> list[Pin]:
    """Return the pins of a lock, in its order."""
    found: list[list[str]] = []
    for line in lock.splitlines():
        if line[:1].isalnum():
            found.append([line])
        elif found:
            found[-1].append(line)
    return [_pin(lines) for lines in found]


def needed(locked: Sequence[Pin], roots: Iterable[str]) -> list[Pin]:
    """Return the pins that these packages need, themselves included."""
    names = set(roots)
    while more := {pin.name for pin in locked if pin.wanted_by & names} - names:
        names |= more
    return [pin for pin in locked if pin.name in names]


def roots_of(station: str, project: Mapping[str, Any]) -> set[str]:
    """Return what pyproject.toml declares for every station and for this one. Raises NoSuchStation."""
    extras = project["optional-dependencies"]
    if station not in extras:
        raise NoSuchStation(f"no station {station!r}: choose one of {', '.join(extras)}")
    return {_named(requirement) for requirement in (*project["dependencies"], *extras[station])}


def station_lock(station: str, root: Path = ROOT) -> str:
    """Return the station's part of requirements.lock. Raises NoSuchStation."""
    roots = roots_of(station, tomllib.loads((root / "pyproject.toml").read_text())["project"])
    chosen = needed(pins((root / "requirements.lock").read_text()), roots)
    return "".join(f"{pin.text}\n" for pin in chosen)


def _pin(lines: list[str]) -> Pin:
    wanted_by = {_named(match[1]) for line in lines if (match := _VIA.match(line))}
    return Pin(name=_named(lines[0]), text="\n".join(lines), wanted_by=frozenset(wanted_by))


def _named(requirement: str) -> str:
    name = _BEYOND_NAME.split(requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    try:
        sys.stdout.write(station_lock(sys.argv[1] if len(sys.argv) == 2 else ""))
    except NoSuchStation as wrong:
        sys.exit(f"usage: python -m deploy.station_lock STATION\n{wrong}")
