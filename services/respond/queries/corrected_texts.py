"""The texts that corrections are about, as they stand in the cases now: nothing of what its author deleted."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from services.respond.domain.corrections import Correction
from shared.case.kept.indexes import CASES
from shared.contracts.identity import customer_key
from shared.mongo.available import available

_LONGEST_CHAIN: Final = 20
_READ: Final = dict.fromkeys(
    (
        "brand",
        "network",
        "keys",
        "merged_into",
        "messages.id",
        "messages.native_id",
        "messages.text",
        "messages.revision",
        "messages.deleted_at",
        "messages.earlier",
    ),
    1,
)

_READ_OF_DELETIONS: Final = dict.fromkeys(("brand", "network", "messages.native_id", "messages.deleted_at"), 1)

Document = dict[str, Any]
Post = tuple[str, str, str]
"""Brand, network and native id."""


class CorrectedTexts:
    """Reads over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def of(self, corrections: Sequence[Correction]) -> list[str | None]:
        """Return for each the text in the form that was judged; None: it is gone, or its author deleted the message."""
        known: dict[str, Document] = {}
        missing = {one.case_id for one in corrections}
        for _ in range(_LONGEST_CHAIN):
            if not missing:
                break
            with available():
                found = await self._cases.find({"_id": {"$in": sorted(missing)}}, _READ).to_list(None)
            known |= {one["_id"]: one for one in found}
            missing = {one["merged_into"] for one in found if one.get("merged_into")} - known.keys()
        standing = [_standing(one, known) for one in corrections]
        gone = await self._deleted_elsewhere([one for one in standing if one is not None])
        return [
            None if found is None or _post(*found) in gone else _text(correction, found[1])
            for correction, found in zip(corrections, standing, strict=True)
        ]

    async def _deleted_elsewhere(self, standing: Sequence[tuple[Document, Document]]) -> set[Post]:
        """Return the posts of these that were deleted on another case.

        Once a case is closed, a deletion comes to the customer's next one, and leaves the words on the closed one. One
        that names no author comes to a case of its own.
        """
        keys = {key for case, message in standing for key in _keys(case, message)}
        if not keys:
            return set()
        wanted = {"keys": {"$in": sorted(keys)}, "messages.deleted_at": {"$exists": True}}
        with available():
            found = await self._cases.find(wanted, _READ_OF_DELETIONS).to_list(None)
        return {_post(one, each) for one in found for each in one["messages"] if each.get("deleted_at") is not None}


def _keys(case: Document, message: Document) -> Iterable[str]:
    yield from case["keys"]
    yield customer_key(brand=case["brand"], network=case["network"], author_id=None, native_id=message["native_id"])


def _post(case: Document, message: Document) -> Post:
    return case["brand"], case["network"], message["native_id"]


def _standing(correction: Correction, cases: dict[str, Document]) -> tuple[Document, Document] | None:
    """Return the message where it stands now, with its case; None: it is gone, or its author deleted it there.

    A deletion reaches the case that goes on, and not the copy on the one that was merged into it.
    """
    case = cases.get(correction.case_id)
    seen: set[str] = set()
    while case is not None and case.get("merged_into") and case["_id"] not in seen:
        seen.add(case["_id"])
        case = cases.get(case["merged_into"])
    if case is None or case["brand"] != correction.brand:
        return None
    message = next((one for one in case.get("messages", ()) if one["id"] == correction.message_id), None)
    return None if message is None or message.get("deleted_at") is not None else (case, message)


def _text(correction: Correction, message: Document) -> str | None:
    forms = [message, *message.get("earlier", ())]
    wanted = correction.statement.was.revision
    text: str | None = next((one["text"] for one in forms if one["revision"] == wanted), None)
    return text or None
