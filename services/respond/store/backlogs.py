"""The senders' side of deliveries: who is about which backlog, what came of it.

A claim is a lease: it moves `next_at` past its end, by the server's time, and every later write of it names the
claim. Who lost theirs writes nothing more but that an event was taken, which is true whoever sent it.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from pymongo import ReturnDocument

from services.respond.domain.webhooks.claim import Claim
from services.respond.domain.webhooks.trying import Outcome
from services.respond.domain.webhooks.webhook import Delivery
from services.respond.store.webhook_documents import KEPT_DAYS, delivery_read
from services.respond.store.webhook_indexes import BACKLOGS, DELIVERIES
from shared.mongo.available import available

_IN_ORDER: Final = [("number", 1)]
_LET_GO: Final = {"claim": None}


class Backlogs:
    """Claims and what comes of them. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._backlogs = database[BACKLOGS]
        self._deliveries = database[DELIVERIES]

    async def claim(
        self, webhook_id: str, *, token: str, now: datetime, lasting: timedelta, only_pings: bool = False
    ) -> Claim | None:
        """Return a claim to the backlog that is due longest; None: none is due. `token`: a name never used before."""
        due: dict[str, Any] = {"webhook": webhook_id, "next_at": {"$lte": now}}
        if only_pings:
            due["is_ping"] = True
        with available():
            found = await self._backlogs.find_one_and_update(
                due,
                {"$set": {"next_at": now + lasting, "claim": token}},
                sort=[("next_at", 1)],
                return_document=ReturnDocument.AFTER,
            )
        if found is None:
            return None
        return Claim(
            id=found["_id"],
            webhook=found["webhook"],
            subject=found["subject"],
            token=token,
            added=found["added"],
            failures=found["failures"],
            failing_since=found.get("failing_since"),
        )

    async def first(self, claim: Claim) -> Delivery | None:
        """Return the first undelivered event of the backlog; None: there is none left."""
        with available():
            found = await self._deliveries.find_one(
                {"webhook": claim.webhook, "subject": claim.subject, "state": "waiting"}, sort=_IN_ORDER
            )
        return None if found is None else delivery_read(found)

    async def taken(self, delivery: Delivery, outcome: Outcome, *, now: datetime) -> None:
        """The receiver has it. It is kept for a week."""
        await self._over(delivery, "delivered", outcome, now=now)

    async def not_taken(self, delivery: Delivery, outcome: Outcome, *, now: datetime) -> None:
        """The receiver did not take a test, and it is not tried again."""
        await self._over(delivery, "failed", outcome, now=now)

    async def go_on(self, claim: Claim, *, now: datetime, lasting: timedelta) -> Claim | None:
        """Return the claim, renewed after a success, for its next event; None: it is somebody else's."""
        fresh = {"next_at": now + lasting, "failures": 0, "failing_since": None}
        with available():
            found = await self._backlogs.find_one_and_update(
                _mine(claim), {"$set": fresh}, return_document=ReturnDocument.AFTER
            )
        if found is None:
            return None
        return Claim(id=claim.id, webhook=claim.webhook, subject=claim.subject, token=claim.token, added=found["added"])

    async def wait(
        self,
        claim: Claim,
        delivery: Delivery,
        outcome: Outcome,
        *,
        since: datetime,
        until: datetime | None,
        now: datetime,
    ) -> None:
        """It failed, and is tried again at `until`; None: when somebody resumes the webhook. The claim is over."""
        with available():
            await self._deliveries.update_one(
                {"_id": delivery.id, "state": "waiting"},
                {"$set": {"last": _last(outcome, now), "next_at": until}, "$inc": {"attempts": 1}},
            )
            await self._backlogs.update_one(
                _mine(claim),
                {
                    "$set": {
                        **_LET_GO,
                        "failures": claim.failures + 1,
                        "failing_since": since,
                        "next_at": now if until is None else until,
                    }
                },
            )

    async def finish(self, claim: Claim, *, now: datetime) -> None:
        """Nothing is left; or something came in the meantime, which is due now."""
        with available():
            result = await self._backlogs.delete_one({**_mine(claim), "added": claim.added})
        if not result.deleted_count:
            await self.give_back(claim, now=now)

    async def give_back(self, claim: Claim, *, now: datetime) -> None:
        """Let somebody else claim it at once."""
        with available():
            await self._backlogs.update_one(_mine(claim), {"$set": {**_LET_GO, "next_at": now}})

    async def _over(self, delivery: Delivery, state: str, outcome: Outcome, *, now: datetime) -> None:
        over = {"state": state, "last": _last(outcome, now), "expires_at": now + timedelta(days=KEPT_DAYS)}
        if state == "delivered":
            over["delivered_at"] = now
        with available():
            await self._deliveries.update_one(
                {"_id": delivery.id, "state": "waiting"},
                {"$set": over, "$inc": {"attempts": 1}, "$unset": {"next_at": ""}},
            )


def _mine(claim: Claim) -> dict[str, Any]:
    return {"_id": claim.id, "claim": claim.token}


def _last(outcome: Outcome, now: datetime) -> dict[str, Any]:
    return {"at": now, "status": outcome.status, "error": outcome.error, "took_ms": outcome.took_ms}
