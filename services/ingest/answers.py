"""What a sender is told: which items were taken, which were ignored, which are set aside and what to mend in them."""

from collections.abc import Sequence
from typing import Any, assert_never

import orjson

from services.ingest.domain.refusal import Path, Refused, pointer
from services.ingest.domain.verdicts import Accepted, Ignored, Quarantined, Verdict
from services.ingest.problem_documents import MEDIA_TYPE, problem_bytes, status_of
from services.ingest.replays import Answer

_NONE_TAKEN = (
    "None of the events could be taken; they are set aside for a person to see. Mend them and send them again."
)


def answer_for(verdicts: Sequence[Verdict], letter_ids: Sequence[str | None]) -> Answer:
    """Return 202 with a result per item, or a problem when none could be taken.

    `letter_ids` names the dead letter of each quarantined item.
    """
    bad = [one for one in verdicts if isinstance(one, Quarantined)]
    if len(bad) == len(verdicts):
        return _problem(bad, [letter for letter in letter_ids if letter is not None])
    body = {
        "accepted": [one.mention.event_id for one in verdicts if isinstance(one, Accepted)],
        "results": [
            {"index": index, **_result(verdict, letter)}
            for index, (verdict, letter) in enumerate(zip(verdicts, letter_ids, strict=True))
        ],
    }
    return Answer(status=202, body=orjson.dumps(body), media_type="application/json")


def _problem(bad: Sequence[Quarantined], letters: Sequence[str]) -> Answer:
    alone = bad[0].refusal if len(bad) == 1 and bad[0].place == () else None
    kind = "invalid-event" if alone is None else alone.wrong.value
    detail = _NONE_TAKEN if alone is None else str(alone)
    errors = [error for one in bad for error in _errors(one.refusal, one.place)]
    return Answer(
        status=status_of(kind),
        body=problem_bytes(kind, detail, errors=errors, quarantined=letters),
        media_type=MEDIA_TYPE,
    )


def _result(verdict: Verdict, letter_id: str | None) -> dict[str, Any]:
    match verdict:
        case Accepted(id=id_, mention=mention):
            return {"status": "accepted", "id": id_, "event_id": mention.event_id}
        case Ignored(id=id_, event_id=event_id, reason=reason):
            return {"status": "ignored", "id": id_, "event_id": event_id, "reason": reason}
        case Quarantined(refusal=refusal, place=place):
            return {"status": "quarantined", "quarantine_id": letter_id, "errors": _errors(refusal, place)}
        case _:
            assert_never(verdict)


def _errors(refusal: Refused, place: Path) -> list[dict[str, str]]:
    return [
        {"detail": flaw.detail, "header": flaw.header}
        if flaw.header is not None
        else {"detail": flaw.detail, "pointer": pointer((*place, *flaw.path))}
        for flaw in refusal.flaws
    ]
