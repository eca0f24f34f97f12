"""What a person can ask of a replay."""

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from shared.contracts.networks import NETWORKS

_RUN_ID = re.compile(r"[A-Za-z0-9._-]{1,40}")


@dataclass(frozen=True)
class Asked:
    """The command line. `rate` None: as fast as it is accepted; `limit` None: the whole file."""

    file: Path
    rate: float | None
    limit: int | None
    batch: int
    concurrency: int
    sender: str
    network: str
    brand_field: str | None
    keep_times: bool
    run_id: str | None
    url: str | None
    key: str | None
    data: Path
    patience: float
    report: Path | None


def asked(arguments: list[str]) -> Asked:
    """Ends the program with a message where they make no sense."""
    parser = argparse.ArgumentParser(
        prog="python -m deploy.local.replay",
        description="Sends a file of posts through ingest as CloudEvents and follows every one onto its case.",
        epilog="Starts a stack of its own where none runs. Exit code 1: a post was refused, or is missing at the end.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="JSONL or CSV")
    parser.add_argument("--rate", type=_above_zero, metavar="N", help="posts per second; default: as fast as accepted")
    parser.add_argument("--limit", type=_count, metavar="N", help="only the first N rows")
    parser.add_argument("--batch", type=_count, default=50, metavar="N", help="posts per request, default 50")
    parser.add_argument("--concurrency", type=_count, default=8, metavar="N", help="requests at a time, default 8")
    parser.add_argument("--sender", default="replay", help="of the configuration; one with a bearer key")
    parser.add_argument("--network", default="x", choices=sorted(NETWORKS), help="where the posts come from, default x")
    parser.add_argument("--brand-field", metavar="NAME", help="the column that says which of our accounts is spoken to")
    parser.add_argument("--keep-times", action="store_true", help="the times of the file; default: it happens now")
    parser.add_argument("--run-id", type=_run_id, help="the same again: nothing may change by a second run")
    parser.add_argument("--url", help="ingest, if not that of the local stack")
    parser.add_argument("--key", help="the sender's bearer key, if not that of the local stack")
    parser.add_argument("--data", type=Path, default=Path(".earshot"), metavar="DIR", help="default: .earshot")
    parser.add_argument("--patience", type=_above_zero, default=60.0, metavar="S", help="seconds without any progress")
    parser.add_argument("--report", type=Path, metavar="FILE", help="the closing table as JSON")
    found = parser.parse_args(arguments)
    if not found.file.is_file():
        parser.error(f"there is no file {found.file}")
    return Asked(**vars(found))


def _above_zero(text: str) -> float:
    number = float(text)
    if not number > 0:
        raise argparse.ArgumentTypeError("must be above 0")
    return number


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _run_id(text: str) -> str:
    if not _RUN_ID.fullmatch(text):
        raise argparse.ArgumentTypeError("1 to 40 letters, digits, dots, dashes and underscores")
    return text
