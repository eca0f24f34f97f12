"""Looking through an answer with all checks."""

from dataclasses import dataclass

from services.respond.domain.checks.blame import blame
from services.respond.domain.checks.complaint import can_tell, is_complaint, lacking
from services.respond.domain.checks.condescension import condescension
from services.respond.domain.checks.empty_promise import empty_promises
from services.respond.domain.checks.finding import Remark
from services.respond.domain.checks.personal import personal_data
from services.respond.domain.checks.sent_to_many import sent_to_many
from services.respond.domain.checks.shouting import shouting
from services.respond.domain.checks.when import sentences_with_a_time
from services.respond.domain.checks.words import words
from shared.levels.answers import STANDARD, SentToMany


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The message that is answered, as far as checks go by it. `language`: a BCP 47 tag, where it is known."""

    intent: str | None = None
    sentiment: str | None = None
    severity: str = "normal"
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What there is to look through. `told`: how many other customers got this text within `many.within`.

    `is_private`: only the customer can read it. `answered` is None where nobody knows yet which message it is.
    """

    text: str
    is_private: bool = False
    answered: Answered | None = None
    told: int = 0
    many: SentToMany = STANDARD.sent_to_many


def remarks(look: Look) -> tuple[Remark, ...]:
    """Return everything that is to be said of the text itself; its length is the network's matter. Pure."""
    said = words(look.text)
    with_a_time = sentences_with_a_time(look.text, said)
    found = [
        *(() if look.is_private else personal_data(look.text, said)),
        condescension(said),
        blame(said),
        *_lacking(look, said_lacks=lacking(said, with_a_time=with_a_time)),
        empty_promises(said, with_a_time=with_a_time),
        sent_to_many(look.told, look.many),
        shouting(look.text, said),
    ]
    return tuple(one for one in found if one is not None)


def _lacking(look: Look, *, said_lacks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    message = look.answered
    if message is None or not can_tell(message.language):
        return ()
    complains = is_complaint(intent=message.intent, sentiment=message.sentiment, severity=message.severity)
    return said_lacks if complains else ()
