"""An answer has reached the customer: what that makes of the messages, the clocks and the stage."""

from datetime import datetime

from shared.case.decisions.timers import follow, meet, owe
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import StageChanged
from shared.case.reply_events import MessagesAnswered
from shared.case.state.stage import OURS, SET_ASIDE, Stage


def reach_customer(turn: Unfolding, reply_id: str, covers: tuple[str, ...], *, at: datetime, by: str) -> None:
    """The customer can read an answer since `at`: messages are answered, clocks met, and it is the customer's turn."""
    waiting = tuple(one.id for one in turn.case.messages if one.id in covers and one.answered_by is None)
    if waiting:
        turn.add(MessagesAnswered(messages=waiting, reply_id=reply_id))
        meet(turn, at=at, origins={one.origin for one in turn.case.messages if one.id in waiting})
    case = turn.case
    its_turn = case.stage in OURS or case.stage in SET_ASIDE
    if its_turn and not any(one.is_under_way for one in case.replies):
        if not any(message.waits for message in case.messages):
            turn.add(StageChanged(stage=Stage.AWAITING_CUSTOMER, by=by))
            follow(turn, at=at)
        elif case.stage in (Stage.PUBLISHING, Stage.AWAITING_APPROVAL):
            turn.add(StageChanged(stage=Stage.NEW if case.owner is None else Stage.ASSIGNED, by=by))
    owe(turn)
