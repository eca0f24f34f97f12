"""The local stack brings a few macros, once, and only where there is none."""

from pathlib import Path
from typing import Any

import yaml

from deploy.local.macros import AUTHOR, BRAND, WORDINGS, shelve
from deploy.local.processes import CONFIG
from services.respond.domain.macros import unknown_in
from services.respond.domain.scope import Scope
from services.respond.store.macros import MacroShelf
from shared.case.state.tags import is_tag


async def test_macros_are_put_where_there_is_none_and_left_alone_otherwise(database: Any) -> None:
    shelf = MacroShelf(database)
    everything = Scope()

    assert await shelve(shelf) == len(WORDINGS)
    assert await shelve(shelf) == 0
    found, _ = await shelf.page(everything, brand=None, language=None, after=None, limit=99)
    assert {one.wording for one in found} == set(WORDINGS)

    for macro in found[1:]:
        await shelf.remove(macro.id, at_version=macro.version)
    assert await shelve(shelf) == 0


def test_they_could_have_been_written_through_the_api() -> None:
    """By somebody of the demo, for its brand, with variables and tags that there are."""
    directory = yaml.safe_load(Path(CONFIG).read_text())

    assert BRAND in {brand["id"] for brand in directory["brands"]}
    assert "supervisor" in {agent.get("role") for agent in directory["agents"] if agent["id"] == AUTHOR}
    for wording in WORDINGS:
        assert unknown_in(wording.text) == ()
        assert all(is_tag(tag) for tag in wording.tags)
