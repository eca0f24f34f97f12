"""A case of its own customer at each stage, for what has to hold at all of them."""

from dataclasses import replace
from typing import Final

from shared.case.state.case import Case
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_case, a_message

_ENDS: Final = {
    Stage.NO_RESPONSE_NEEDED: Disposition.NO_RESPONSE_NEEDED,
    Stage.RESOLVED: Disposition.PEER_RESOLVED,
    Stage.CLOSED: Disposition.ANSWERED,
    Stage.MERGED: Disposition.MERGED,
}


def a_case_at(stage: Stage, *, owner: str | None = "mira", name: str = "") -> Case:
    """A case that stands there. `name` tells apart several at one stage."""
    author = f"{stage.value}-{name}"
    opened = a_case(message=a_message(author), author=author)
    aside = stage in (Stage.SNOOZED, Stage.INTERNAL_HOLD)
    return replace(
        opened,
        stage=stage,
        owner=None if stage is Stage.NEW else owner,
        disposition=_ENDS.get(stage),
        aside_until=NOON + HOUR if aside else None,
        aside_reason="the depot looks for it" if stage is Stage.INTERNAL_HOLD else None,
        merged_into="c-head" if stage is Stage.MERGED else None,
    )
