"""What the floors' own topics, group and collection are called, so that they never meet Earshot's."""

from typing import Final

MENTIONS: Final = "bench.mentions"
CASES: Final = "bench.cases"
GROUP: Final = "bench-floor"
COLLECTION: Final = "cases"
MOVE: Final = "floor"
"""What F4's floor writes into a clock's log."""
