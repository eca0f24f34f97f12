"""`python -m services.classify.evaluation.storms [--data DIR] [--seeds 2] [--quick] [--period test] [--json FILE]`"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from services.classify.evaluation.storms.gate import Gate
from services.classify.evaluation.storms.said import absent
from services.classify.evaluation.storms.table import as_json, printed, rows
from services.classify.evaluation.storms.trial import Trial
from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages
from services.classify.settings import LaneSettings, StormSettings

_DATA = Path(__file__).parents[5] / "shared/data"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table. Returns the exit code: 2 where the data is not there."""
    parser = argparse.ArgumentParser(prog="python -m services.classify.evaluation.storms")
    parser.add_argument("--data", type=Path, default=_DATA, help="the folder of the evaluation's data")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--each", type=int, default=16, help="storms per theme, size and seed")
    parser.add_argument("--quick", action="store_true", help="one seed, two storms of each kind")
    parser.add_argument("--period", choices=("dev", "test"), default="test", help="tune on dev only")
    parser.add_argument("--gold", action="store_true", help="count what annotators found negative, not our classifier")
    parser.add_argument("--json", type=Path, help="write the results there too")
    parser.add_argument(
        "--details", action="store_true", help="name every storm that was heard on the days as they were"
    )
    asked = parser.parse_args(arguments)
    missing = absent(asked.data)
    if missing:
        sys.stderr.write(f"{asked.data} lacks {', '.join(missing)}: give the folder with --data DIR\n")
        return 2
    gate = Gate(FastClassifier(Languages(LaneSettings().languages), load()), gold=asked.gold)
    trial = Trial(asked.data, gate, StormSettings().storm_rules)
    seeds, each = ([1], 2) if asked.quick else (list(range(1, asked.seeds + 1)), asked.each)
    found = trial.run(asked.period, seeds, each=each)
    table = rows(found)
    sys.stdout.write(printed(table) + "\n")
    for kind, facts in (("quiet day", found.quiet), ("storm day", found.stormy), ("new brand", found.strange)):
        for fact in facts if asked.details else []:
            sys.stdout.write(f"{kind}: {fact.at:%m-%d %H:%M} {fact.brand}, {fact.authors} people, {fact.label}\n")
    if asked.json:
        outcomes = [asdict(one) for one in found.outcomes]
        asked.json.write_text(json.dumps({"table": as_json(table), "storms": outcomes}, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
