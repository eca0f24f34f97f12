"""Merging two cases into one, and taking them apart again, exactly (SEMANTICS, section 2).

What was said on the merged case moves over under its `origin`. Each origin keeps its own clocks, and hears its own
customer's later messages, so that an unmerge hands back what is its own and leaves the rest as if there had been none.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.case.case import Case
from shared.case.clock import ClockKind
from shared.case.events import CaseAbsorbed, CaseRestored, CaseSplit, Event, MergedInto, StageChanged
from shared.case.parts import Message, ReplyStatus
from shared.case.policy import higher
from shared.case.refused import Refused, illegal
from shared.case.stage import ANSWERABLE, CALLED_BACK, MERGEABLE, Stage
from shared.case.standing import Absorbed, Standing, restored
from shared.case.timers import follow, owe, start_over
from shared.case.unfolding import Unfolding

Both = tuple[list[Event], list[Event]]
"""What happens to the case that stays, and to the one that is merged into it."""

_OPEN_FATE: Final = (ReplyStatus.SENDING, ReplyStatus.UNKNOWN, ReplyStatus.NEEDS_HUMAN)


def merge(target: Case, source: Case, *, by: str, now: datetime) -> Both:
    """Merge `source` into `target`. Raises Refused; doing it twice is doing it once."""
    if target.id == source.id:
        raise Refused("same_case", "a case cannot be merged with itself")
    if source.merged_into == target.id:
        return [], []
    for case in (target, source):
        _expect_mergeable(case)
    if (target.brand, target.network, target.account_id) != (source.brand, source.network, source.account_id):
        raise Refused("other_account", "both cases must be with the same account of ours, or answers could not be sent")
    before = target.standing
    after = _joined(target, source, now=now)
    absorbed = Absorbed(
        case_id=source.id,
        cases=(source.id, *(case for one in source.absorbed for case in one.cases)),
        keys=source.keys,
        at=now,
        by=by,
        before=before,
        after=after,
    )
    turn = Unfolding(target, now=now)
    turn.add(
        CaseAbsorbed(
            absorbed=absorbed,
            messages=tuple(replace(one, origin=one.origin or source.id) for one in source.messages),
            replies=tuple(replace(one, origin=one.origin or source.id) for one in source.replies),
            clocks=tuple(replace(one, origin=one.origin or source.id) for one in source.clocks),
        )
    )
    return turn.events, [MergedInto(case_id=target.id, by=by)]


def unmerge(target: Case, source: Case, *, by: str, now: datetime) -> Both:
    """Take `source` out of `target` again. Raises Refused; doing it twice is doing it once."""
    absorbed = next((one for one in target.absorbed if one.case_id == source.id), None)
    if absorbed is None and source.merged_into is None:
        return [], []
    if absorbed is None or source.merged_into != target.id or source.before_merge is None:
        raise Refused("not_merged", f"case {source.id} is not one that was merged into {target.id}")
    if target.stage is not Stage.MERGED and target.stage not in MERGEABLE:
        raise illegal("unmerge", target.stage, MERGEABLE)
    if target.stage is Stage.MERGED:
        raise Refused(
            "merged",
            f"{target.id} was itself merged into {target.merged_into}; unmerge it from there first",
            merged_into=target.merged_into,
        )
    ours, own = set(absorbed.cases), source.id

    def home(origin: str | None) -> str | None:
        return None if origin == own else origin

    apart = Unfolding(source, now=now)
    apart.add(
        CaseRestored(
            by=by,
            standing=source.before_merge,
            messages=tuple(replace(one, origin=home(one.origin)) for one in target.messages if one.origin in ours),
            replies=tuple(replace(one, origin=home(one.origin)) for one in target.replies if one.origin in ours),
            clocks=tuple(replace(one, origin=home(one.origin)) for one in target.clocks if one.origin in ours),
        )
    )
    known = frozenset(message.id for message in source.messages)
    _settle_in(apart, came=lambda one: one.id not in known, answered=_answers(source))
    stays = Unfolding(target, now=now)
    standing = restored(target.standing, before=absorbed.before, after=absorbed.after)
    stays.add(CaseSplit(case_id=source.id, by=by, standing=standing))
    first = next(index for index, one in enumerate(target.messages) if one.origin in ours)
    since = frozenset(one.id for one in target.messages[first:])
    _settle_in(stays, came=lambda one: one.id in since, answered=_answers(target))
    return stays.events, apart.events


def _joined(target: Case, source: Case, *, now: datetime) -> Standing:
    """Where the case stands that goes on for both: whoever still waits on either, waits on it."""
    standing = replace(target.standing, severity=higher(target.severity, source.severity))
    if source.stage in ANSWERABLE and target.stage in CALLED_BACK:
        standing = replace(
            standing,
            stage=Stage.NEW if target.owner is None else Stage.ASSIGNED,
            stage_at=now,
            disposition=None,
            disposition_reason=None,
            settled_at=None,
            aside_until=None,
            aside_reason=None,
        )
    return standing


def _settle_in(turn: Unfolding, *, came: Callable[[Message], bool], answered: frozenset[str]) -> None:
    """Where something was said or answered in the meantime, stage and clocks take it in; else nothing changes."""
    case = turn.case
    if case.stage in CALLED_BACK and any(one.waits and came(one) for one in case.messages):
        back = Stage.NEW if case.owner is None else Stage.ASSIGNED
        turn.add(StageChanged(stage=back, by="customer", note="wrote again"))
    elif case.stage in ANSWERABLE and _answers(case) - answered and not any(one.waits for one in case.messages):
        turn.add(StageChanged(stage=Stage.AWAITING_CUSTOMER, by="publisher"))
    follow(turn, at=turn.now)
    last = case.clock(ClockKind.RESOLUTION)
    if turn.case.is_ours and last is not None and not last.is_open:
        start_over(turn, at=turn.now)
    owe(turn)


def _answers(case: Case) -> frozenset[str]:
    return frozenset(one.id for one in case.messages if one.answered_by is not None)


def _expect_mergeable(case: Case) -> None:
    if case.stage is Stage.MERGED:
        raise Refused(
            "merged", f"{case.id} was merged into {case.merged_into}; go on there", merged_into=case.merged_into
        )
    if case.stage not in MERGEABLE:
        raise illegal("merge", case.stage, MERGEABLE)
    if any(reply.status in _OPEN_FATE for reply in case.replies):
        raise Refused("reply_under_way", f"an answer on {case.id} is not settled yet; settle it first")
