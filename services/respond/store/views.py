"""Saved views in MongoDB."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pymongo import ReturnDocument

from services.respond.domain.scope import Scope
from services.respond.domain.views import Filter, View
from services.respond.store.indexes import VIEWS
from shared.mongo.available import available


class SavedViews:
    """The collection `views`. Of what an agent does not see, nothing is there. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._views = database[VIEWS]

    async def seen(self, agent: str, scope: Scope) -> list[View]:
        """Return the agent's own views, and those that are shared with them, by name."""
        with available():
            found = await self._views.find(_seen(agent, scope)).sort([("name", 1), ("_id", 1)]).to_list(None)
        return [_view(document) for document in found]

    async def get(self, view_id: str, agent: str, scope: Scope) -> View | None:
        """Return a view; None where the agent sees none of that id."""
        with available():
            found = await self._views.find_one({"_id": view_id, **_seen(agent, scope)})
        return None if found is None else _view(found)

    async def made_by(self, agent: str, *, at_most: int) -> int:
        """Return how many views the agent has made, counted up to a limit."""
        with available():
            count: int = await self._views.count_documents({"by": agent}, limit=at_most)
        return count

    async def add(self, view: View) -> View:
        """Keep a view; where there is one of that id already, that stays. Return the one that is there."""
        with available():
            found = await self._views.find_one_and_update(
                {"_id": view.id},
                {"$setOnInsert": _document(view)},
                upsert=True,
                return_document=ReturnDocument.AFTER,
            )
        return _view(found)

    async def put(self, view: View) -> bool:
        """Put a view in the place of its former self; False: it is gone."""
        with available():
            result = await self._views.replace_one({"_id": view.id}, _document(view))
        return bool(result.matched_count)

    async def remove(self, view_id: str) -> None:
        """Forget a view."""
        with available():
            await self._views.delete_one({"_id": view_id})


def _seen(agent: str, scope: Scope) -> dict[str, Any]:
    shared: dict[str, Any] = {"shared": True}
    if not scope.is_all:
        shared["filter.brand"] = {"$in": [None, *sorted(scope.brands)]}
    return {"$or": [{"by": agent}, shared]}


def _document(view: View) -> dict[str, Any]:
    document = asdict(view)
    document["filter"] = {name: value for name, value in document["filter"].items() if value not in (None, ())}
    del document["id"]
    return document


def _view(document: Mapping[str, Any]) -> View:
    kept: dict[str, Any] = {
        name: tuple(value) if name == "stage" else value for name, value in document["filter"].items()
    }
    rest = {name: value for name, value in document.items() if name not in ("_id", "filter")}
    return View(id=document["_id"], filter=Filter(**kept), **rest)
