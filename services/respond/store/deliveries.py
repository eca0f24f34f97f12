"""Deliveries in MongoDB, for people who look after a webhook: listed, counted, sent again."""

from datetime import datetime
from typing import Any, Final

from services.respond.domain.webhooks.kept import Attempt, DeliveryState, KeptDelivery, Load
from services.respond.domain.webhooks.webhook import Delivery, delivery_id
from services.respond.queries.cursor import Place
from services.respond.store.webhook_documents import backlog_added, backlog_id, delivery_added, delivery_read
from services.respond.store.webhook_indexes import BACKLOGS, DELIVERIES
from shared.mongo.available import available

COUNTED: Final = 10_000
"""Backlogs are counted up to this."""


class Deliveries:
    """What was, is and will be sent. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._client = database.client
        self._deliveries = database[DELIVERIES]
        self._backlogs = database[BACKLOGS]

    async def page(
        self, webhook_id: str, *, state: DeliveryState | None, after: Place | None, limit: int
    ) -> tuple[list[KeptDelivery], Place | None]:
        """Return deliveries, the newest first, and the place to go on from."""
        condition: dict[str, Any] = {"webhook": webhook_id}
        if state is not None:
            condition["state"] = state
        if after is not None:
            condition["created_at"] = {"$lte": after.at}
            condition["$or"] = [{"created_at": {"$lt": after.at}}, {"_id": {"$gt": after.id}}]
        with available():
            cursor = self._deliveries.find(condition).sort([("created_at", -1), ("_id", 1)]).limit(limit + 1)
            found = [_kept(one) for one in await cursor.to_list(None)]
        if len(found) <= limit:
            return found, None
        last = found[limit - 1]
        return found[:limit], Place(kind="deliveries", at=last.created_at, id=last.delivery.id)

    async def get(self, webhook_id: str, event_id: str) -> KeptDelivery | None:
        """Return the event on its way to the webhook."""
        with available():
            found = await self._deliveries.find_one({"_id": delivery_id(webhook_id, event_id)})
        return None if found is None else _kept(found)

    async def load(self, webhook_id: str) -> Load:
        """Return what has not been delivered yet."""
        waiting = {"webhook": webhook_id, "state": "waiting"}
        with available():
            count = await self._deliveries.count_documents(waiting, limit=COUNTED)
            first = await self._deliveries.find_one(waiting, {"created_at": 1}, sort=[("created_at", 1)])
        return Load(count=count, oldest=None if first is None else first["created_at"])

    async def add(self, delivery: Delivery, *, now: datetime) -> None:
        """Put one delivery on its way."""

        async def together(session: Any) -> None:
            await self._deliveries.bulk_write([delivery_added(delivery, now=now)], session=session)
            await self._backlogs.bulk_write([backlog_added(delivery, now=now)], session=session)

        await self._transaction(together)

    async def send_again(self, delivery: Delivery, *, now: datetime) -> None:
        """Let it go out now, in its place: before all later events of its subject that have not been delivered."""

        async def together(session: Any) -> None:
            await self._deliveries.update_one(
                {"_id": delivery.id},
                {"$set": {"state": "waiting"}, "$unset": dict.fromkeys(("delivered_at", "expires_at", "next_at"), "")},
                session=session,
            )
            await self._backlogs.bulk_write([backlog_added(delivery, now=now)], session=session)
            await self._due({"_id": backlog_id(delivery.webhook, delivery.subject)}, now, session)

        await self._transaction(together)

    async def all_due(self, webhook_id: str, *, now: datetime) -> None:
        """Let everything of the webhook have its turn now, as if nothing had failed before."""
        with available():
            await self._deliveries.update_many(
                {"webhook": webhook_id, "state": "waiting", "next_at": {"$exists": True}}, {"$unset": {"next_at": ""}}
            )
            await self._due({"webhook": webhook_id}, now)

    async def _due(self, which: dict[str, Any], now: datetime, session: Any = None) -> None:
        fresh = {"failures": 0, "failing_since": None}
        await self._backlogs.update_many(which, {"$set": fresh}, session=session)
        # What is being sent at this moment keeps its lease: it must not be sent by a second one beside.
        await self._backlogs.update_many({**which, "claim": None}, {"$set": {"next_at": now}}, session=session)

    async def _transaction(self, together: Any) -> None:
        with available():
            async with await self._client.start_session() as session:
                await session.with_transaction(together)


def _kept(document: dict[str, Any]) -> KeptDelivery:
    last = document.get("last")
    return KeptDelivery(
        delivery=delivery_read(document),
        state=document["state"],
        attempts=document["attempts"],
        created_at=document["created_at"],
        next_at=document.get("next_at"),
        delivered_at=document.get("delivered_at"),
        last=None if last is None else Attempt(**last),
    )
