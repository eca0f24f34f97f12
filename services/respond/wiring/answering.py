"""Makes what queues answers."""

from datetime import timedelta

from services.respond.handlers.answer import Answers
from services.respond.networks.freeze import freeze
from services.respond.wiring.checks import make_checks
from services.respond.wiring.ground import Ground
from services.respond.wiring.together import make_drafts
from shared.case.kept.store import CaseStore


def make_answers(ground: Ground) -> Answers:
    """Return it: with the checks, and with the time that an answer can be taken back in."""
    return Answers(
        cases=CaseStore(ground.database),
        accounts=ground.directory,
        freeze=freeze,
        clock=ground.clock,
        ids=ground.ids,
        drafts=make_drafts(ground),
        checks=make_checks(ground),
        undo=timedelta(seconds=ground.settings.undo_seconds),
    )
