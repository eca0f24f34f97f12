"""All cases that are live, page by page, but for the watchdog's own, which keeps its terms."""

from collections.abc import AsyncGenerator
from typing import Any, Final

import structlog
from pydantic import ValidationError

from shared.case.kept.document import Document, from_document
from shared.case.kept.indexes import CASES
from shared.case.state.case import CANARY, Case
from shared.mongo.available import available

log = structlog.get_logger()

_LIVE: Final = {"live_keys": {"$exists": True}, "brand": {"$ne": CANARY}}


class LiveCases:
    """Reads along the index of live cases, so that it costs by what is live. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def count(self) -> int:
        """Return how many there are."""
        with available():
            return int(await self._cases.count_documents(_LIVE))

    async def pages(self, *, size: int) -> AsyncGenerator[list[Case], None]:
        """Give every case once that is live from beginning to end; one that cannot be read is logged and left out."""
        cursor = self._cases.find(_LIVE, batch_size=size)
        try:
            while True:
                with available():
                    documents = await cursor.to_list(size)
                if not documents:
                    return
                yield [case for document in documents if (case := _read(document)) is not None]
        finally:
            await cursor.close()


def _read(document: Document) -> Case | None:
    try:
        return from_document(document)
    except ValidationError as error:
        log.error("case cannot be read", case=document.get("_id"), problems=error.error_count())
        return None
