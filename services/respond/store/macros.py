"""Macros in MongoDB."""

from typing import Any

from pymongo import ReturnDocument

from services.respond.domain.macros import Macro, Wording
from services.respond.domain.scope import Scope
from services.respond.queries.cursor import Place
from services.respond.store.indexes import MACROS
from shared.mongo.available import available


class MacroShelf:
    """Where macros are kept. Those of brands outside the scope are not there. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._macros = database[MACROS]

    async def add(self, macro: Macro) -> Macro:
        """Keep a macro; return it, or the one that has its id already."""
        with available():
            # In one call: between two of them somebody may remove the one that is there.
            found = await self._macros.find_one_and_update(
                {"_id": macro.id},
                {"$setOnInsert": _document(macro)},
                upsert=True,
                return_document=ReturnDocument.AFTER,
            )
        return _macro(found)

    async def get(self, scope: Scope, macro_id: str) -> Macro | None:
        """Return a macro."""
        with available():
            found = await self._macros.find_one({"_id": macro_id, **_within(scope)})
        return None if found is None else _macro(found)

    async def page(
        self, scope: Scope, *, brand: str | None, language: str | None, after: Place | None, limit: int
    ) -> tuple[list[Macro], Place | None]:
        """Return macros, the newest first, and the place to go on from. With a brand or a language: those that serve
        it, also because they are for all."""
        conditions = [_within(scope)]
        for name, wanted in (("brand", brand), ("language", language)):
            if wanted is not None:
                conditions.append({name: {"$in": [wanted, None]}})
        if after is not None:
            earlier = [{"created_at": {"$lt": after.at}}, {"created_at": after.at, "_id": {"$gt": after.id}}]
            conditions.append({"$or": earlier})
        with available():
            cursor = self._macros.find({"$and": conditions}).sort([("created_at", -1), ("_id", 1)]).limit(limit + 1)
            found = [_macro(one) for one in await cursor.to_list(None)]
        if len(found) <= limit:
            return found, None
        last = found[limit - 1]
        return found[:limit], Place(kind="macros", at=last.created_at, id=last.id)

    async def replace(self, macro: Macro, *, at_version: int) -> bool:
        """Write the macro if it is still at that version; False: somebody was faster."""
        with available():
            result = await self._macros.replace_one({"_id": macro.id, "version": at_version}, _document(macro))
        return bool(result.matched_count)

    async def remove(self, macro_id: str, *, at_version: int) -> bool:
        """Remove the macro if it is still at that version; False: somebody was faster."""
        with available():
            result = await self._macros.delete_one({"_id": macro_id, "version": at_version})
        return bool(result.deleted_count)


def _within(scope: Scope) -> dict[str, Any]:
    return {} if scope.is_all else {"brand": {"$in": [*sorted(scope.brands), None]}}


def _document(macro: Macro) -> dict[str, Any]:
    said = macro.wording
    return {
        "_id": macro.id,
        "title": said.title,
        "text": said.text,
        "brand": said.brand,
        "language": said.language,
        "tags": list(said.tags),
        "version": macro.version,
        "created_at": macro.created_at,
        "changed_at": macro.changed_at,
        "changed_by": macro.changed_by,
    }


def _macro(document: dict[str, Any]) -> Macro:
    return Macro(
        id=document["_id"],
        wording=Wording(
            title=document["title"],
            text=document["text"],
            brand=document["brand"],
            language=document["language"],
            tags=tuple(document["tags"]),
        ),
        version=document["version"],
        created_at=document["created_at"],
        changed_at=document["changed_at"],
        changed_by=document["changed_by"],
    )
