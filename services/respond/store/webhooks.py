"""Webhooks in MongoDB. What a person changes is a compare-and-set on the version."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from pymongo import ReturnDocument
from pymongo.errors import DuplicateKeyError

from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.webhook import Sealed, Webhook, WebhookState, Why
from services.respond.store.webhook_indexes import BACKLOGS, DELIVERIES, WEBHOOKS
from shared.case.refused import Refused
from shared.mongo.available import available

_MOST: Final = 1_000


class Webhooks:
    """Where webhooks are kept. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._webhooks = database[WEBHOOKS]
        self._deliveries = database[DELIVERIES]
        self._backlogs = database[BACKLOGS]

    async def all(self) -> list[Webhook]:
        """Return every webhook."""
        with available():
            return [_read(one) for one in await self._webhooks.find().to_list(None)]

    async def page(self, scope: Scope) -> list[Webhook]:
        """Return the webhooks of these brands (at most 1,000), in order of their making."""
        with available():
            found = await self._webhooks.find(_within(scope)).sort([("created_at", 1), ("_id", 1)]).to_list(_MOST)
        return [_read(one) for one in found]

    async def get(self, webhook_id: str, scope: Scope) -> Webhook | None:
        """Return the webhook; None where there is none of that id within these brands."""
        with available():
            found = await self._webhooks.find_one({"_id": webhook_id, **_within(scope)})
        return None if found is None else _read(found)

    async def add(self, webhook: Webhook) -> None:
        """Keep a new webhook. Raises Refused (exists): the brand has one with that URL."""
        try:
            with available():
                await self._insert(webhook)
        except _Taken:
            raise await self._exists(webhook.brand, webhook.url) from None

    async def change(self, webhook_id: str, version: int, changes: Mapping[str, Any]) -> Webhook | None:
        """Return the webhook with these fields changed; None where it is no longer at that version.

        Raises Refused (exists).
        """
        try:
            with available():
                found = await self._replace(webhook_id, version, _stored(changes))
        except _Taken as taken:
            raise await self._exists(taken.brand, str(changes["url"])) from None
        return None if found is None else _read(found)

    async def stop(self, webhook_id: str, state: WebhookState, why: Why) -> bool:
        """Let an active webhook be told no more. False: it was not active any longer."""
        with available():
            result = await self._webhooks.update_one(
                {"_id": webhook_id, "state": WebhookState.ACTIVE.value},
                {"$set": _stored({"state": state, "why": why, "changed_at": why.at}), "$inc": {"version": 1}},
            )
        return bool(result.modified_count)

    async def hold(self, webhook_id: str, until: datetime) -> None:
        """Tell it nothing before then: it asked for that."""
        with available():
            await self._webhooks.update_one({"_id": webhook_id}, {"$max": {"not_before": until}})

    async def remove(self, webhook_id: str) -> None:
        """Forget the webhook with all its deliveries. It goes first: what is left over nobody sends."""
        with available():
            await self._webhooks.delete_one({"_id": webhook_id})
            await self._sweep([webhook_id])

    async def sweep(self) -> int:
        """Forget what is left over of webhooks that are gone; return of how many. Ids are never used again."""
        with available():
            # In this order: what is found first belongs to webhooks that were there before.
            named = await self._backlogs.distinct("webhook")
            there = set(await self._webhooks.distinct("_id"))
            gone = [one for one in named if one not in there]
            await self._sweep(gone)
        return len(gone)

    async def _sweep(self, webhook_ids: list[str]) -> None:
        if webhook_ids:
            await self._deliveries.delete_many({"webhook": {"$in": webhook_ids}})
            await self._backlogs.delete_many({"webhook": {"$in": webhook_ids}})

    async def _insert(self, webhook: Webhook) -> None:
        try:
            await self._webhooks.insert_one(_document(webhook))
        except DuplicateKeyError:
            raise _Taken(webhook.brand) from None

    async def _replace(self, webhook_id: str, version: int, values: dict[str, Any]) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] | None = await self._webhooks.find_one_and_update(
                {"_id": webhook_id, "version": version},
                {"$set": values, "$inc": {"version": 1}},
                return_document=ReturnDocument.AFTER,
            )
        except DuplicateKeyError:
            mine = await self._webhooks.find_one({"_id": webhook_id}, {"brand": 1})
            raise _Taken((mine or {}).get("brand", "")) from None
        return found

    async def _exists(self, brand: str, url: str) -> Refused:
        with available():
            found = await self._webhooks.find_one({"brand": brand, "url": url}, {"_id": 1})
        there = (found or {}).get("_id")
        return Refused("exists", f"{brand} has a webhook with this URL; change that one", webhook=there)


class _Taken(Exception):
    def __init__(self, brand: str) -> None:
        super().__init__(brand)
        self.brand = brand


def _within(scope: Scope) -> dict[str, Any]:
    return {} if scope.is_all else {"brand": {"$in": sorted(scope.brands)}}


def _document(webhook: Webhook) -> dict[str, Any]:
    names = ("url", "brand", "events", "description", "secrets", "state", "version", "created_at", "created_by")
    return {"_id": webhook.id, **_stored({name: getattr(webhook, name) for name in (*names, "changed_at", "why")})}


def _stored(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    match value:
        case frozenset():
            return sorted(value)
        case tuple():
            return [_plain(one) for one in value]
        case WebhookState():
            return value.value
        case Sealed():
            return {"key_id": value.key_id, "nonce": value.nonce, "data": value.data, "until": value.until}
        case Why():
            return {"by": value.by, "at": value.at, "reason": value.reason}
        case _:
            return value


def _read(document: dict[str, Any]) -> Webhook:
    why = document.get("why")
    return Webhook(
        id=document["_id"],
        url=document["url"],
        brand=document["brand"],
        events=frozenset(document["events"]),
        description=document["description"],
        secrets=tuple(Sealed(**one) for one in document["secrets"]),
        state=WebhookState(document["state"]),
        version=document["version"],
        created_at=document["created_at"],
        created_by=document["created_by"],
        changed_at=document["changed_at"],
        why=None if why is None else Why(**why),
        not_before=document.get("not_before"),
    )
