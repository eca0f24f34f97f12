"""The texts that corrections are about, as they stand in the cases now: nothing of what its author deleted."""

from collections.abc import Sequence
from typing import Any, Final

from services.respond.domain.corrections import Correction
from shared.case.kept.indexes import CASES
from shared.mongo.available import available

_LONGEST_CHAIN: Final = 20
_READ: Final = dict.fromkeys(
    (
        "brand",
        "merged_into",
        "messages.id",
        "messages.text",
        "messages.revision",
        "messages.deleted_at",
        "messages.earlier",
    ),
    1,
)

Document = dict[str, Any]


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
        return [_text(one, known) for one in corrections]


def _text(correction: Correction, cases: dict[str, Document]) -> str | None:
    """A deletion reaches the case that goes on, and not the copy on the one that was merged into it."""
    case = cases.get(correction.case_id)
    seen: set[str] = set()
    while case is not None and case.get("merged_into") and case["_id"] not in seen:
        seen.add(case["_id"])
        case = cases.get(case["merged_into"])
    if case is None or case["brand"] != correction.brand:
        return None
    message = next((one for one in case.get("messages", ()) if one["id"] == correction.message_id), None)
    if message is None or message.get("deleted_at") is not None:
        return None
    forms = [message, *message.get("earlier", ())]
    wanted = correction.statement.was.revision
    text: str | None = next((one["text"] for one in forms if one["revision"] == wanted), None)
    return text or None
