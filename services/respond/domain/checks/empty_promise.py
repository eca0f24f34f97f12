"""Promises without a time: "as soon as possible"."""

from collections.abc import Sequence
from typing import Final

from services.respond.domain.checks.finding import Remark, remark_at
from services.respond.domain.checks.phrases import Phrases, each
from services.respond.domain.checks.words import Word
from shared.levels.answers import Check
from shared.personal.span import Span

_VAGUE: Final = Phrases(
    """as soon as (possible|we can|I can), as quickly as (possible|we can), asap, shortly, in due course, in the
    near future, at the earliest opportunity, momentarily""",
    "zo snel mogelijk, zo spoedig mogelijk, zsm, z s m, binnenkort, spoedig, op korte termijn, te zijner tijd",
    """so schnell wie möglich, so bald wie möglich, schnellstmöglich, baldmöglichst, schnellstens, in Kürze,
    zeitnah, demnächst, in absehbarer Zeit""",
    """dès que possible, au plus vite, aussi vite que possible, dans les (plus brefs|meilleurs) délais, sous peu,
    prochainement""",
    "lo antes posible, cuanto antes, en breve, a la mayor brevedad, próximamente, en cuanto (podamos|sea posible)",
)
_PROMISING: Final = each(
    """we i will ll wij ik wordt worden zal zullen wir ich wird werden nous je on sera seront vamos voy estamos
    trabajamos"""
)
_SPANISH_FUTURE: Final = ("remos", "ra", "ran")
_LONG_ENOUGH: Final = 6
_FURTHEST: Final = 25
"""Words that a promise may be long."""


def empty_promises(said: Sequence[Word], *, with_a_time: frozenset[int]) -> Remark | None:
    """Say which promises name no time in their sentence. What we ask of the customer is no promise."""
    spans = tuple(
        Span(said[first].start, said[last].end)
        for first, last in _VAGUE.places(said)
        if said[first].sentence not in with_a_time and _is_promised(said, first)
    )
    return remark_at(
        spans,
        check=Check.EMPTY_PROMISE,
        what="nobody can hold us to this: name a day or an hour, or by when they hear from us again",
    )


def _is_promised(said: Sequence[Word], first: int) -> bool:
    place = first - 1
    while place >= 0 and said[place].sentence == said[first].sentence and first - place <= _FURTHEST:
        word = said[place].folded
        asks = word == "nous" and place > 0 and said[place - 1].folded.endswith("ez")  # "écrivez-nous"
        if (word in _PROMISING and not asks) or (len(word) >= _LONG_ENOUGH and word.endswith(_SPANISH_FUTURE)):
            return True
        place -= 1
    return False
