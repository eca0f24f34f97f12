"""Merging two cases into one, and taking them apart again, exactly (SEMANTICS, section 2).

What was said on the merged case moves over under its `origin`. Each origin keeps its own clocks, and hears its own
customer's later messages, so that an unmerge hands back what is its own and leaves the rest as if there had been none.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.case.decisions.apart import settle_in
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import CaseAbsorbed, CaseRestored, CaseSplit, Event, MergedInto
from shared.case.refused import Refused, illegal, merged
from shared.case.state.case import Case
from shared.case.state.policy import higher
from shared.case.state.reply import ReplyStatus
from shared.case.state.said import gravest
from shared.case.state.stage import ANSWERABLE, CALLED_BACK, MERGEABLE, Stage
from shared.case.state.standing import Absorbed, Standing, restored, same_place

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
    if target.stage is Stage.MERGED:
        raise Refused(
            "merged",
            f"{target.id} was itself merged into {target.merged_into}; unmerge it from there first",
            merged_into=target.merged_into,
        )
    if target.stage not in MERGEABLE:
        raise illegal("unmerge", target.stage, MERGEABLE)
    leaving, own = set(absorbed.cases), source.id
    all_moved = not same_place(target.standing, absorbed.after)
    standing = _without(target, absorbed)

    def home(origin: str | None) -> str | None:
        return None if origin == own else origin

    gone = tuple(replace(one, origin=home(one.origin)) for one in target.messages if one.origin in leaving)
    clocks = tuple(replace(one, origin=home(one.origin)) for one in target.clocks if one.origin in leaving)
    apart = Unfolding(source, now=now)
    apart.add(
        CaseRestored(
            by=by,
            standing=replace(source.before_merge, severity=gravest(source.before_merge.severity, gone)),
            messages=gone,
            replies=tuple(replace(one, origin=home(one.origin)) for one in target.replies if one.origin in leaving),
            clocks=clocks,
        )
    )
    came = {message.id for message in gone} - {message.id for message in source.messages}
    own_moved = clocks != source.clocks
    settle_in(apart, since=absorbed.at, came=came, replies=target.replies, own_moved=own_moved, all_moved=all_moved)
    stays = Unfolding(target, now=now)
    stays.add(CaseSplit(case_id=own, by=by, standing=standing))
    first = next(index for index, one in enumerate(target.messages) if one.origin in leaving)
    came = {message.id for message in target.messages[first:]}
    own_moved = not same_place(target.standing, standing)
    settle_in(stays, since=absorbed.at, came=came, replies=target.replies, own_moved=own_moved, all_moved=all_moved)
    return stays.events, apart.events


def _joined(target: Case, source: Case, *, now: datetime) -> Standing:
    """Where the case stands that goes on for both: whoever still waits on either, waits on it."""
    standing = replace(target.standing, severity=higher(target.severity, source.severity))
    is_owed = source.stage in ANSWERABLE or source.waits_from is not None
    if is_owed and target.stage in CALLED_BACK:
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


def _without(target: Case, absorbed: Absorbed) -> Standing:
    """Where the case stands without the other one, and without the gravity of what was said there."""
    gone = (one for one in target.messages if one.origin in absorbed.cases)
    staying = (one for one in target.messages if one.origin not in absorbed.cases)
    after = replace(absorbed.after, severity=gravest(absorbed.after.severity, gone))
    standing = restored(target.standing, before=absorbed.before, after=after)
    return replace(standing, severity=gravest(standing.severity, staying))


def _expect_mergeable(case: Case) -> None:
    if case.stage is Stage.MERGED:
        raise merged(case.id, case.merged_into)
    if case.stage not in MERGEABLE:
        raise illegal("merge", case.stage, MERGEABLE)
    if any(reply.status in _OPEN_FATE for reply in case.replies):
        raise Refused("reply_under_way", f"an answer on {case.id} is not settled yet; settle it first")
    if case.is_full:
        raise Refused("full", f"{case.id} has no room for more; resolve it, and work the other one by itself")
