"""What the application of the api process stands on."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from services.respond.handlers.replay import Send
from services.respond.handlers.roster import NewKey
from services.respond.live.broadcast import Broadcast
from services.respond.settings import RespondSettings
from shared.directory.model import Directory
from shared.directory.roster import Roster
from shared.levels.answers import STANDARD_RULES, AnswerRules
from shared.runtime.clock import Clock, system_clock
from shared.runtime.health import Health
from shared.runtime.ids import Ids, random_id


def random_key() -> str:
    """Return an agent's key: 256 random bits, behind a word that says what it opens."""
    return f"earshot-{secrets.token_urlsafe(32)}"


def standard_rules() -> AnswerRules:
    """Return what answers have to keep to where no service levels say it."""
    return STANDARD_RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the application stands on; tests put a smaller one under it."""

    settings: RespondSettings
    directory: Directory
    database: Any
    broadcast: Broadcast
    roster: Roster
    send: Send
    health: Health
    clock: Clock = system_clock
    ids: Ids = random_id
    new_key: NewKey = random_key
    answer_rules: Callable[[], AnswerRules] = standard_rules
