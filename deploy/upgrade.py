"""Cases as the version before this one kept them, brought to today's form. Doing it twice is doing it once."""

from typing import Any, Final

from pymongo import ReplaceOne

from shared.case.kept.document import from_document, to_document
from shared.case.kept.indexes import CASES, RETIRED

_BATCH: Final = 500
_OLD: Final = {"keys": {"$exists": False}}


async def upgrade(database: Any) -> int:
    """Rewrite what is old, drop the indexes that it stood on, and return how many cases were rewritten.

    Run it while no other process writes: as `prepare` does, before the services start.
    """
    cases = database[CASES]
    present = await cases.index_information()
    for name in RETIRED:
        if name in present:
            await cases.drop_index(name)
    done = 0
    while found := await cases.find(_OLD).limit(_BATCH).to_list(None):
        await cases.bulk_write([ReplaceOne({"_id": one["_id"]}, upgraded(one)) for one in found])
        done += len(found)
    return done


def upgraded(old: dict[str, Any]) -> dict[str, Any]:
    """Return the document of a case in today's form."""
    new = {name: value for name, value in old.items() if name != "live_key"}
    new.setdefault("stage_at", old["changed_at"])
    answers = {one["answers"]: one["id"] for one in old.get("replies", ()) if one["status"] == "posted"}
    new["messages"] = [_answered(message, answers) for message in old.get("messages", ())]
    return to_document(from_document(new))


def _answered(message: dict[str, Any], answers: dict[str, str]) -> dict[str, Any]:
    reply = answers.get(message["id"])
    return message if reply is None else {"answered_by": reply, **message}
