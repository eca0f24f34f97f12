"""The publisher has no way to what colleagues write to each other, and none of it gets out over the real stores."""

import ast
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from services.respond.store.drafts import Drafts
from services.respond.store.indexes import DRAFTS, NOTES, TURNS, create_indexes
from services.respond.store.macros import MacroShelf
from services.respond.store.narrowed import Narrowed, OutOfReach
from services.respond.store.notes import Notes
from services.respond.wiring import publisher
from shared.case.kept.indexes import CASES
from shared.case.kept.store import CaseStore
from shared.case.state.reply import ReplyStatus
from tests.fakes.office import CANARY, Office
from tests.fakes.office_life import live
from tests.integration.respond.publisher.scene import Scene

CALLS = 600


async def test_the_publisher_asks_for_the_cases_and_the_accounts_turns_alone(scene: Scene) -> None:
    """As MongoDB itself saw it, while an answer was posted by the process as it is wired."""
    await scene.database[NOTES].insert_one({"case": "c-1", "text": CANARY})
    case_id = await scene.queued()
    await scene.database.command("profile", 2)
    async with scene.publisher():
        reply = await scene.settled(case_id)
    await scene.database.command("profile", 0)

    assert reply.status is ReplyStatus.POSTED
    asked = set(await scene.database["system.profile"].distinct("ns"))
    own = {f"{scene.database.name}.{name}" for name in ("system.profile", "$cmd")}
    assert asked - own == {f"{scene.database.name}.{name}" for name in (CASES, TURNS)}


def test_the_whole_database_is_handed_to_nobody_who_publishes() -> None:
    """In the wiring it goes to what narrows it, and to what connects, closes and asks for its health."""
    wiring = ast.parse(Path(publisher.__file__).read_text())
    calls = [node for node in ast.walk(wiring) if isinstance(node, ast.Call)]
    takers = [
        ast.unparse(call.func)
        for call in calls
        for given in [*call.args, *(named.value for named in call.keywords)]
        if isinstance(given, ast.Name) and given.id == "database"
    ]
    named = [node for node in ast.walk(wiring) if isinstance(node, ast.Name) and node.id == "database"]

    assert set(takers) == {"Narrowed", "partial", "disconnect"}
    assert len(named) == 1 + len(takers)


async def test_what_is_not_the_cases_is_out_of_the_publishers_reach(database: Any) -> None:
    narrowed = Narrowed(database, CASES)

    for name in (NOTES, DRAFTS, "sessions", "agents"):
        with pytest.raises(OutOfReach, match=name):
            narrowed[name]
    for way in ("aggregate", "database", "with_options", "watch", "_calls_of_another"):
        with pytest.raises(OutOfReach, match=way):
            getattr(narrowed[CASES], way)
    with pytest.raises(AttributeError):
        getattr(narrowed, "client")  # noqa: B009 - named as a word, so that the type checker lets it be asked
    assert await narrowed[CASES].find_one({"_id": "c-1"}) is None


async def test_nothing_leaves_over_the_real_stores(database: Any) -> None:
    """As the ten thousand calls in memory, with fewer of them."""
    await create_indexes(database)
    office = Office(
        seed=9,
        cases=CaseStore(database),
        publishing=CaseStore(Narrowed(database, CASES)),
        notes=Notes(database),
        drafts=Drafts(database),
        macros=MacroShelf(database),
        customers=8,
    )

    with capture_logs() as logs:
        await live(office, CALLS)

    assert await database[NOTES].count_documents({"text": {"$regex": CANARY}}) > 30
    assert await database[DRAFTS].count_documents({"text": {"$regex": CANARY}}) > 1
    assert len(office.network.network.posts) > 5
    assert len(office.facts.records) > 50
    assert CANARY not in office.outside()
    assert CANARY not in str(await database[CASES].find().to_list(None))
    assert CANARY not in str(logs)
    others = set(await database.list_collection_names()) - {NOTES, DRAFTS}
    for name in others:
        assert CANARY not in str(await database[name].find().to_list(None)), name
