"""`python -m tests.contract.freeze`: commits new types and new optional fields to tests/contract/schemas.

It refuses to write over a copy that the new schema would break.
"""

import json
import sys

from tests.contract.additive import breaks
from tests.contract.catalogue import CONTRACTS, SCHEMAS, frozen_schema_of, schema_of


def main() -> int:
    """Write the copies. Returns the exit code."""
    SCHEMAS.mkdir(exist_ok=True)
    for contract in CONTRACTS:
        path, current = SCHEMAS / f"{contract.ce_type}.json", schema_of(contract)
        broken = breaks(frozen_schema_of(contract), current) if path.exists() else []
        if broken:
            sys.stderr.write(f"{contract.ce_type} is not frozen:\n  " + "\n  ".join(broken) + "\n")
            return 1
        path.write_text(json.dumps(current, indent=2, sort_keys=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
