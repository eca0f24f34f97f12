"""Two cases written at once."""

from collections.abc import Sequence

from pymongo.errors import BulkWriteError

from shared.case.keeping import Step
from shared.case.together import Together
from shared.runtime.errors import Unavailable

_DUPLICATE = 11000


class Pairs:
    """Transactions over the cases of a merge. Raises Unavailable."""

    def __init__(self, together: Together) -> None:
        self._together = together

    async def all_or_none(self, steps: Sequence[Step]) -> bool:
        """Write all the steps; False: somebody else was there first, and none was written.

        Where the case that gives up a customer lost its compare-and-set, the other meets the unique index: that is a
        race lost as well, and not a database that is away.
        """
        try:
            return await self._together.all_or_none(steps)
        except Unavailable as error:
            if _is_taken(error.__cause__):
                return False
            raise


def _is_taken(error: BaseException | None) -> bool:
    failed = error.details.get("writeErrors", []) if isinstance(error, BulkWriteError) else []
    return bool(failed) and all(one["code"] == _DUPLICATE for one in failed)
