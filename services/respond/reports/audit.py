"""`python -m services.respond audit verify`: is the audit trail as it was written?

The result goes to standard output, progress to standard error. Nothing is written to MongoDB. Exit codes: 0 it is
whole; 1 it was touched; 2 wrong arguments; 3 MongoDB does not answer.
"""

import argparse
import asyncio
import re
import sys
from collections.abc import Sequence
from contextlib import aclosing
from typing import Any, Final

import structlog

from services.respond.domain.audit import Head
from services.respond.domain.audit_walk import WORDS, Walk
from services.respond.settings import RespondSettings
from services.respond.store.audit import AuditTrail, NotAnEntry, from_document
from shared.mongo.database import connect, disconnect
from shared.runtime.errors import Unavailable
from shared.runtime.settings import read_settings

WHOLE, TOUCHED, UNAVAILABLE = 0, 1, 3

_PAGE: Final = 2_000
_PROGRESS: Final = 50_000
_HEAD: Final = re.compile(r"(\d{1,15}):([0-9a-f]{64})")


def main(arguments: Sequence[str]) -> int:
    """Return the exit code. Exits with 2 on wrong arguments."""
    noted = _noted(arguments)
    settings = read_settings(RespondSettings)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    try:
        walk = asyncio.run(_walked(settings, noted))
    except Unavailable as error:
        sys.stderr.write(f"{error}\nIs it the right one? EARSHOT_MONGO_URL and EARSHOT_MONGO_DATABASE name it.\n")
        return UNAVAILABLE
    sys.stdout.write(told(walk))
    return TOUCHED if walk.end() else WHOLE


async def verify(database: Any, noted: Sequence[Head], *, page: int = _PAGE) -> Walk:
    """Return the walk over the whole trail, before its end. Raises Unavailable."""
    walk = Walk(noted=tuple(noted))
    async with aclosing(AuditTrail(database).walk(size=page)) as pages:
        async for documents in pages:
            before = walk.entries
            for document in documents:
                _take(walk, document)
            if walk.entries // _PROGRESS > before // _PROGRESS:
                sys.stderr.write(f"{walk.entries:,} entries so far\n")
    return walk


def told(walk: Walk) -> str:
    """Return what a walk found, for people."""
    problems = walk.end()
    lines = [f"entry {one.seq}: {WORDS[one.kind]}" for one in problems]
    if lines:
        lines += ["", f"The audit trail was TOUCHED ({walk.entries:,} entries, {len(problems)} places named above)."]
    else:
        lines.append(f"The audit trail is whole: {walk.entries:,} entries.")
        if not walk.noted:
            lines.append("That its end is the real one only a head tells that was noted elsewhere: --head SEQ:HASH")
    return "\n".join([*lines, f"Head now: {walk.head.seq}:{walk.head.hash}", ""])


async def _walked(settings: RespondSettings, noted: Sequence[Head]) -> Walk:
    database = connect(settings.mongo_url, settings.mongo_database)
    try:
        return await verify(database, noted)
    finally:
        disconnect(database)


def _take(walk: Walk, document: dict[str, Any]) -> None:
    try:
        walk.take(from_document(document))
    except NotAnEntry:
        walk.take_unreadable(int(document["_id"]), str(document.get("hash")))


def _noted(arguments: Sequence[str]) -> list[Head]:
    parser = argparse.ArgumentParser(
        prog="python -m services.respond audit verify",
        description="Walk the audit trail from its first entry and tell whether it is as it was written.",
    )
    parser.add_argument(
        "--head",
        action="append",
        default=[],
        type=_head,
        metavar="SEQ:HASH",
        help="a head that was noted earlier (the api process logs one each hour); may be given several times",
    )
    noted: list[Head] = parser.parse_args(arguments).head
    return noted


def _head(text: str) -> Head:
    found = _HEAD.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no head: write its number and its hash as 1234:9f86d0...")
    return Head(seq=int(found[1]), hash=found[2])
