"""What was said to whom of late: hashes only, and MongoDB forgets them after a week."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from services.respond.handlers.said import Said
from services.respond.store.indexes import SAID_TEXTS
from shared.mongo.available import available


class SaidTexts:
    """One document for each text and customer. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._said = database[SAID_TEXTS]

    async def told(self, said: Said, *, since: datetime, at_most: int) -> int:
        """Return how many other customers of the brand were told this since then, counted up to a limit."""
        condition = {
            "brand": said.brand,
            "text": said.text,
            "at": {"$gte": since},
            "customer": {"$ne": _hashed(said.customer)},
        }
        with available():
            count: int = await self._said.count_documents(condition, limit=at_most)
        return count

    async def say(self, said: Said, *, at: datetime) -> None:
        """Take note that this customer is told this. Again for the same customer only makes it younger."""
        customer = _hashed(said.customer)
        put = {"brand": said.brand, "text": said.text, "customer": customer}
        with available():
            await self._said.update_one(
                {"_id": _hashed(f"{said.brand}\x1f{said.text}\x1f{customer}")},
                {"$setOnInsert": put, "$max": {"at": at}},
                upsert=True,
            )


def _hashed(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
