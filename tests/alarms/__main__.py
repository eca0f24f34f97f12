"""`python -m tests.alarms [FOLDER]`: counts, by set of texts and check. FOLDER: where the sets lie."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from services.respond.domain.checks.look import Look, remarks
from shared.levels.answers import Check

ROOT: Final = Path(__file__).parents[3]
ELSEWHERE: Final = {Check.LENGTH, Check.SENT_TO_MANY, Check.NO_APOLOGY, Check.NO_EXPLANATION, Check.NO_NEXT_STEP}
"""What hangs on more than the text."""
OF_THE_TEXT: Final = [check for check in Check if check not in ELSEWHERE]

Row = Mapping[str, Any]


def _all(_: Row) -> bool:
    return True


def _of_a_brand(row: Row) -> bool:
    return row["inbound"] is False


def _of_a_customer(row: Row) -> bool:
    return row["inbound"] is not False


SETS: Final[tuple[tuple[str, str, Callable[[Row], bool]], ...]] = (
    ("answers of many brands, en", "twcs_multibrand", _of_a_brand),
    ("posts of their customers, en", "twcs_multibrand", _of_a_customer),
    ("posts about airlines, en", "airline_first80_by_time", _all),
    ("posts to one brand, en", "twcs_spotify_oct", _all),
    ("posts, de", "umsab_german_train", _all),
    ("posts, fr", "umsab_french_train", _all),
    ("posts, es", "umsab_spanish_train", _all),
)


def texts(path: Path, wanted: Callable[[Row], bool]) -> Iterator[str]:
    """Give the texts of a set."""
    with path.open() as lines:
        for line in lines:
            row = json.loads(line)
            if isinstance(row["text"], str) and wanted(row):
                yield row["text"]


def say(line: str) -> None:
    """Write a line of the table."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.alarms", description="how often the checks speak up")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "shared/data")
    folder = parser.parse_args().folder
    say(f"| texts | n | {' | '.join(OF_THE_TEXT)} |")
    say(f"|---|{'---|' * (len(OF_THE_TEXT) + 1)}")
    for title, name, wanted in SETS:
        path = folder / f"{name}.jsonl"
        if not path.exists():
            say(f"| {title} | {path.name} is not there |{' |' * len(OF_THE_TEXT)}")
            continue
        found: Counter[Check] = Counter()
        count = 0
        for text in texts(path, wanted):
            count += 1
            found.update(one.check for one in remarks(Look(text=text)))
        say(f"| {title} | {count} | {' | '.join(str(found[check]) for check in OF_THE_TEXT)} |")


if __name__ == "__main__":
    main()
