"""Finding what was said: the newest first, in pages that end where the index says, not after reading all there is."""

import re
from collections.abc import Mapping
from typing import Any, Final

from pymongo.errors import ExecutionTimeout

from services.respond.domain.refusals import NotTaken
from services.respond.domain.scope import Scope
from services.respond.domain.search.question import Asked, Question
from services.respond.domain.search.texts import SearchText, TextKind
from services.respond.queries.cursor import Place
from services.respond.queries.outcomes import within
from services.respond.store.indexes import SEARCH_TEXTS
from shared.case.state.parts import Customer
from shared.mongo.available import available

MOST_MS: Final = 2_000
_UNSEEN: Final = dict.fromkeys(("words", "line", "case_version"), 0)


class Search:
    """Reads over the searched texts. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._texts = database[SEARCH_TEXTS]

    async def page(
        self,
        scope: Scope,
        asked: Question,
        *,
        brand: str | None = None,
        network: str | None = None,
        kind: TextKind | None = None,
        after: Place | None,
        limit: int,
    ) -> tuple[list[SearchText], Place | None]:
        """Return texts of these brands in which all of it stands, the newest first, and the place to go on from.

        Raises NotTaken (too_slow) where that takes longer than two seconds.
        """
        condition: dict[str, Any] = {"$and": [each for one in asked for each in _conditions(one)], **within(scope)}
        if brand is not None:
            condition["brand"] = brand if scope.sees(brand) else {"$in": []}
        if network is not None:
            condition["network"] = network
        if kind is not None:
            condition["kind"] = kind
        if after is not None:
            condition["at"] = {"$lte": after.at}
            condition["$or"] = [{"at": {"$lt": after.at}}, {"_id": {"$gt": after.id}}]
        with available():
            cursor = self._texts.find(condition, _UNSEEN).sort([("at", -1), ("_id", 1)]).limit(limit + 1)
            try:
                found = await cursor.max_time_ms(MOST_MS).to_list(None)
            except ExecutionTimeout:
                raise NotTaken("too_slow", "this takes too long; add a rarer word, a brand or a network") from None
        texts = [_text(document) for document in found[:limit]]
        if len(found) <= limit:
            return texts, None
        return texts, Place(kind="texts", at=texts[-1].at, id=texts[-1].id)


def _conditions(asked: Asked) -> list[dict[str, Any]]:
    """Words hold letters and digits alone, so that none of them can be an operator or a pattern."""
    *whole, last = asked.words
    found: list[dict[str, Any]] = [{"words": word} for word in whole]
    found.append({"words": re.compile(f"^{re.escape(last)}")} if asked.is_beginning else {"words": last})
    if whole:
        end = "" if asked.is_beginning else " "
        found.append({"line": re.compile(re.escape(f" {' '.join(asked.words)}{end}"))})
    return found


def _text(document: Mapping[str, Any]) -> SearchText:
    given = {name: value for name, value in document.items() if name != "_id"}
    return SearchText(**{**given, "customer": Customer(**document["customer"])})
