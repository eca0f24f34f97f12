"""What was last seen of each subject, kept together with the deliveries that followed from it: both or neither."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from pymongo import InsertOne, UpdateOne
from pymongo.errors import BulkWriteError

from services.respond.domain.webhooks.subject import CaseSeen, ReplySeen, StormSeen, Subject
from services.respond.domain.webhooks.webhook import Delivery
from services.respond.store.webhook_documents import backlog_added, delivery_added
from services.respond.store.webhook_indexes import BACKLOGS, DELIVERIES, SUBJECTS
from shared.case.kept.indexes import CASES
from shared.mongo.available import available

_DUPLICATE: Final = 11000


class Subjects:
    """Subjects and new deliveries. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._client = database.client
        self._subjects = database[SUBJECTS]
        self._deliveries = database[DELIVERIES]
        self._backlogs = database[BACKLOGS]
        self._cases = database[CASES]

    async def get(self, ids: Collection[str]) -> dict[str, Subject]:
        """Return those of these subjects that were seen before, by id."""
        with available():
            found = await self._subjects.find({"_id": {"$in": list(ids)}}).to_list(None)
        return {one["_id"]: _read(one) for one in found}

    async def brands(self, case_ids: Collection[str]) -> dict[str, str]:
        """Return the brands of these cases, by case id: an answer is announced without its brand."""
        with available():
            found = await self._cases.find({"_id": {"$in": list(case_ids)}}, {"brand": 1}).to_list(None)
        return {one["_id"]: one["brand"] for one in found}

    async def keep(self, subjects: Sequence[Subject], deliveries: Sequence[Delivery], *, now: datetime) -> bool:
        """Keep subjects over those that were read, with the deliveries that followed; the latter are due `now`.

        False: somebody else has changed one of them meanwhile. Then there is no delivery; derive anew.
        """
        if not subjects:
            return True
        writes = [_write(subject) for subject in subjects]
        with available():
            if not deliveries:
                # Nothing hangs on their being together: who lost looks again, and what is kept decides to nothing then.
                return await self._kept(writes)
            won = False

            async def together(session: Any) -> None:
                nonlocal won
                won = await self._kept(writes, session)
                if not won:
                    await session.abort_transaction()
                    return
                await self._deliveries.bulk_write([delivery_added(one, now=now) for one in deliveries], session=session)
                heads = {(one.webhook, one.subject): one for one in deliveries}
                await self._backlogs.bulk_write(
                    [backlog_added(one, now=now) for one in heads.values()], session=session
                )

            async with await self._client.start_session() as session:
                await session.with_transaction(together)
        return won

    async def _kept(self, writes: Sequence[InsertOne[dict[str, Any]] | UpdateOne], session: Any = None) -> bool:
        try:
            result = await self._subjects.bulk_write(list(writes), ordered=session is not None, session=session)
        except BulkWriteError as error:
            if any(one["code"] != _DUPLICATE for one in error.details.get("writeErrors", [])):
                raise
            return False
        return bool(result.inserted_count + result.matched_count == len(writes))


def _write(subject: Subject) -> InsertOne[dict[str, Any]] | UpdateOne:
    document = _document(subject)
    if subject.revision == 0:
        return InsertOne({"_id": subject.id, **document})
    return UpdateOne({"_id": subject.id, "revision": subject.revision}, {"$set": document})


def _document(subject: Subject) -> dict[str, Any]:
    case, storm = subject.case, subject.storm
    return {
        "brand": subject.brand,
        "revision": subject.revision + 1,
        "told": subject.told,
        # As a list, so that no id has to be fit for a field's name.
        "replies": [{"id": name, "version": one.version, "state": one.state} for name, one in subject.replies.items()],
        "case": None
        if case is None
        else {
            "version": case.version,
            "stage": case.stage,
            "owner": case.owner,
            "answered_at": case.answered_at,
            "passed": sorted(case.passed),
            "absorbed": sorted(case.absorbed),
        },
        "storm": None if storm is None else {"step": storm.step, "kind": storm.kind},
    }


def _read(document: dict[str, Any]) -> Subject:
    case, storm = document["case"], document["storm"]
    return Subject(
        id=document["_id"],
        brand=document["brand"],
        revision=document["revision"],
        told=document["told"],
        replies={one["id"]: ReplySeen(version=one["version"], state=one["state"]) for one in document["replies"]},
        case=None
        if case is None
        else CaseSeen(**{**case, "passed": frozenset(case["passed"]), "absorbed": frozenset(case["absorbed"])}),
        storm=None if storm is None else StormSeen(**storm),
    )
