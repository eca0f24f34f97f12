"""`python -m tests.contract.freeze [--widened NAME ...]`: commits new types and new optional fields to the schemas.

It refuses to write over a copy that the new schema would break. `--widened MentionKind` lets that enumeration gain
values within its version: an older reader sets a record with a new value aside as a dead letter, so upgrade every
reader before the first writer, and say in the commit why a new version is not worth it.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from tests.contract.additive import breaks, widened
from tests.contract.catalogue import CONTRACTS, SCHEMAS, frozen_schema_of, schema_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the copies. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.contract.freeze")
    parser.add_argument("--widened", action="append", default=[], metavar="NAME", help="an enumeration that may grow")
    growing: list[str] = parser.parse_args(arguments).widened
    SCHEMAS.mkdir(exist_ok=True)
    for contract in CONTRACTS:
        path, current = SCHEMAS / f"{contract.ce_type}.json", schema_of(contract)
        broken = breaks(widened(frozen_schema_of(contract), current, growing), current) if path.exists() else []
        if broken:
            sys.stderr.write(f"{contract.ce_type} is not frozen:\n  " + "\n  ".join(broken) + "\n")
            return 1
        path.write_text(json.dumps(current, indent=2, sort_keys=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
