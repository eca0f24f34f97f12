"""Whether an answer says sorry."""

from collections.abc import Sequence
from typing import Final

from services.respond.domain.checks.phrases import Phrases
from services.respond.domain.checks.words import Word

_APOLOGIES: Final = Phrases(
    "sorry, apologise, apologize, apologies, apology, apologising, apologizing, regret, forgive us, our bad, pardon",
    """excuses, spijt, verontschuldiging, verontschuldigingen, verontschuldigen, betreuren, excuus, neem ons niet
    kwalijk""",
    """entschuldigung, entschuldigen, entschuldige, verzeihung, verzeihen, leid, bedauern, bedauere, bitten um
    Nachsicht""",
    "désolé, désolée, désolés, désolées, excuse, excuser, excusez, navré, navrée, navrés, regrettons, regrette",
    """lo siento, lo sentimos, sentimos (mucho|que|las|los|la|el|haber), disculpa, disculpas, disculpe, disculpen,
    disculparnos, perdón, perdona, perdone, perdonen, lamentamos, lamento""",
    unless=[
        """no need to (apologise|apologize), (don t|do not) (apologise|apologize|be sorry|have to apologise), no
        apology (needed|necessary), better safe than sorry, sorry not sorry, don t regret, no regrets""",
        "geen excuses, hoeft geen excuses, geen spijt",
        "kein Grund sich zu entschuldigen, müssen sich nicht entschuldigen",
        "pas besoin de (vous |t |)excuser, ne vous excusez pas, inutile de vous excuser",
        "no (te|se) disculpe, no hace falta (que se disculpe|disculparse), no pida perdón, no pidas perdón",
    ],
)


def says_sorry(said: Sequence[Word]) -> bool:
    """Does it, in any of the five languages?"""
    return bool(_APOLOGIES.places(said))
