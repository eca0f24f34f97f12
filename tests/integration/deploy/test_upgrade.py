"""A database of the version before is brought to today's form before anything reads it."""

from typing import Any

from pymongo import ASCENDING, IndexModel

from deploy.upgrade import upgrade
from shared.case.kept.document import to_document
from shared.case.kept.indexes import CASES, INDEXES
from shared.case.kept.store import CaseStore
from shared.case.reply_commands import ReportPosted, StartSending
from tests.builders import HOUR, NOON, a_case, after, an_answer

NEW = ("keys", "live_keys", "stage_at", "demand", "serve_by", "waits_from", "terms", "queue", "owner_since")


def as_before(document: dict[str, Any]) -> dict[str, Any]:
    """The document as the version before wrote it."""
    old = {name: value for name, value in document.items() if name not in NEW}
    old["live_key"] = document["live_keys"][0]
    old["messages"] = [
        {name: value for name, value in one.items() if name not in ("answered_by", "waits_from")}
        for one in document["messages"]
    ]
    old["replies"] = [{name: value for name, value in one.items() if name != "covers"} for one in document["replies"]]
    return old


async def test_cases_are_live_waiting_and_answered_as_they_were(database: Any) -> None:
    opened = a_case()
    answer = an_answer(opened)
    answered = after(
        a_case(author="sue"),
        answer,
        StartSending(reply_id="r-1", until=NOON + HOUR),
        ReportPosted(reply_id="r-1", native_id="n-1", url=None, posted_at=NOON),
    )
    cases = database[CASES]
    for index in INDEXES:
        await cases.drop_index(index.document["name"])
    await cases.create_indexes([IndexModel([("live_key", ASCENDING)], name="one_live_case", unique=True, sparse=True)])
    await cases.insert_many([as_before(to_document(case)) for case in (opened, answered)])

    assert await upgrade(database) == 2
    await cases.create_indexes(INDEXES)
    store = CaseStore(database)
    live = await store.live([opened.customer_key, answered.customer_key])
    assert live[opened.customer_key].waits_from == NOON
    assert live[answered.customer_key].waits_from is None
    assert live[answered.customer_key].clocks == answered.clocks
    assert "one_live_case" not in await cases.index_information()
    assert await upgrade(database) == 0, "a second time there is nothing to do"
