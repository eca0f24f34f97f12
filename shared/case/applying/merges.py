"""What merging and unmerging make of the two cases."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, TypeAlias, assert_never

from shared.case.applying.noting import noted
from shared.case.events import CaseAbsorbed, CaseRestored, CaseSplit, MergedInto
from shared.case.state import said
from shared.case.state.case import Case
from shared.case.state.stage import Disposition, Stage
from shared.case.state.standing import Absorbed, Standing, restored

AboutMerge: TypeAlias = CaseAbsorbed | MergedInto | CaseSplit | CaseRestored


def apply_merge(case: Case, event: AboutMerge, *, now: datetime) -> Case:
    """Return the case after one of these."""
    match event:
        case CaseAbsorbed():
            absorbed = event.absorbed
            return replace(
                case,
                **_fields(absorbed.after),
                messages=case.messages + event.messages,
                replies=case.replies + event.replies,
                clocks=case.clocks + event.clocks,
                absorbed=(*case.absorbed, absorbed),
                history=noted(case, now, absorbed.by, "merged in", absorbed.case_id),
            )
        case MergedInto():
            return replace(
                case,
                stage=Stage.MERGED,
                stage_at=now,
                disposition=Disposition.MERGED,
                disposition_reason=f"merged into {event.case_id}",
                merged_into=event.case_id,
                before_merge=case.standing,
                history=noted(case, now, event.by, "merged into", event.case_id),
            )
        case CaseSplit():
            index = next(index for index, one in enumerate(case.absorbed) if one.case_id == event.case_id)
            absorbed, gone = case.absorbed[index], set(case.absorbed[index].cases)
            messages = tuple(one for one in case.messages if one.origin not in gone)
            return replace(
                case,
                **_fields(event.standing),
                intent=said.intent(messages),
                language=said.language(messages),
                messages=messages,
                replies=tuple(one for one in case.replies if one.origin not in gone),
                clocks=tuple(one for one in case.clocks if one.origin not in gone),
                absorbed=case.absorbed[:index] + tuple(_rebased(one, absorbed) for one in case.absorbed[index + 1 :]),
                history=noted(case, now, event.by, "unmerged", event.case_id),
            )
        case CaseRestored():
            return replace(
                case,
                **_fields(event.standing),
                intent=said.intent(event.messages),
                language=said.language(event.messages),
                messages=event.messages,
                replies=event.replies,
                clocks=event.clocks,
                merged_into=None,
                before_merge=None,
                history=noted(case, now, event.by, "unmerged from", case.merged_into),
            )
        case _:
            assert_never(event)


def _rebased(later: Absorbed, gone: Absorbed) -> Absorbed:
    """Return what was merged in later as if the one that is gone had never been there."""
    return replace(
        later,
        before=restored(later.before, before=gone.before, after=gone.after),
        after=restored(later.after, before=gone.before, after=gone.after),
    )


def _fields(standing: Standing) -> dict[str, Any]:
    return asdict(standing)
