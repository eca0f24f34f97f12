"""python -m services.classify.dry_run FILE: what another understanding.yaml would change. It writes nothing."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import structlog

from services.classify.domain.difference import Tally
from services.classify.dry_run_report import as_json, report
from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages
from services.classify.newest import newest
from services.classify.settings import LaneSettings
from services.classify.understanding.file import read_understanding
from services.classify.understanding.policies import Understanding
from shared.contracts.classification import MentionClassified
from shared.contracts.envelope import unpack
from shared.contracts.mention import MentionKind
from shared.contracts.topics import CLASSIFIED
from shared.kafka.record import Incoming
from shared.runtime.errors import Poison, Unavailable
from shared.runtime.settings import read_settings
from shared.runtime.yaml_file import WrongFile

RAN: Final = 0
WRONG_UNDERSTANDING: Final = 2
NOTHING_TO_READ: Final = 3

_LAST: Final = 2_000
_AT_A_TIME: Final = 64
_EXAMPLES: Final = 3
_PROGRESS: Final = 5_000
_WITH_WORDS: Final = frozenset({MentionKind.CREATED, MentionKind.EDITED})

Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    file: Path
    last: int
    brand: str | None
    json: bool
    texts: bool


def main(arguments: Sequence[str]) -> int:
    """Return the exit code: 0, 2 for a wrong file, 3 where Kafka does not answer or has nothing of that brand."""
    asked = _asked(arguments)
    settings = read_settings(LaneSettings)
    try:
        understanding = read_understanding(asked.file, settings.languages)
    except WrongFile as wrong:
        sys.stderr.write(f"{wrong}\n")
        return WRONG_UNDERSTANDING
    # Standard output is the report's.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    say = sys.stderr.write
    try:
        records = asyncio.run(
            newest(settings.kafka_bootstrap, CLASSIFIED.name, most=asked.last, progress=_progress(say))
        )
    except Unavailable as error:
        say(f"{error}\nIs it the right one? EARSHOT_KAFKA_BOOTSTRAP names it.\n")
        return NOTHING_TO_READ
    facts = _facts(records, asked.brand)
    if not facts:
        of_brand = "" if asked.brand is None else f" of the brand {asked.brand}"
        say(f"Of the last {len(records):,} records of {CLASSIFIED.name} none is a post{of_brand}.\n")
        return NOTHING_TO_READ
    tally, model = judged_anew(facts, understanding, settings.languages, say)
    shown = as_json if asked.json else report
    sys.stdout.write(shown(tally, model=model, titles=understanding.titles, texts=asked.texts))
    return RAN


def judged_anew(
    facts: Sequence[MentionClassified], understanding: Understanding, languages: Sequence[str], say: Say
) -> tuple[Tally, str]:
    """Return what would change in these posts, and the version of the model that is installed."""
    artefact = load()
    classifier = FastClassifier(Languages(languages), artefact, understanding.of)
    tally = Tally(examples=_EXAMPLES)
    for start in range(0, len(facts), _AT_A_TIME):
        some = facts[start : start + _AT_A_TIME]
        for fact, now in zip(some, classifier.classify([one.mention for one in some]), strict=True):
            tally.add(fact.mention, fact.classification, now)
        if tally.mentions % _PROGRESS < len(some) or tally.mentions == len(facts):
            say(f"{tally.mentions:,} of {len(facts):,} posts judged anew\n")
    return tally, artefact.version


def _facts(records: Sequence[Incoming], brand: str | None) -> list[MentionClassified]:
    """Those that have words of a customer. What the lane could not have written is passed over."""
    found: list[MentionClassified] = []
    for record in records:
        try:
            fact = unpack(record, MentionClassified)
        except Poison:
            continue
        if fact.mention.kind in _WITH_WORDS and brand in (None, fact.mention.brand):
            found.append(fact)
    return found


def _progress(say: Say) -> Callable[[int, int], None]:
    told = 0

    def progress(read: int, all_of_them: int) -> None:
        nonlocal told
        if read - told >= _PROGRESS or read == all_of_them:
            told = read
            say(f"{read:,} of {all_of_them:,} records read\n")

    return progress


def _asked(arguments: Sequence[str]) -> Asked:
    parser = argparse.ArgumentParser(
        prog="python -m services.classify.dry_run",
        description="Judges the newest posts anew, with this file and the installed model, and says which labels would "
        "be others than they were. It writes nothing.",
        epilog="Exit code 2: the file is wrong; standard error says where. 3: there was nothing to read.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the settings to try, as understanding.yaml")
    parser.add_argument("--last", type=_positive, default=_LAST, metavar="N", help="so many records (default: 2000)")
    parser.add_argument("--brand", metavar="ID", help="only this brand's posts among them")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--texts", action="store_true", help="show the customers' texts in the examples")
    return Asked(**vars(parser.parse_args(arguments)))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
