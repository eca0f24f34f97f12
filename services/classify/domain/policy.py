"""What a brand may set: which languages its customers write, how sure is sure enough, words and intents of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from services.classify.domain.harm import Harm
from services.classify.domain.phrases import Phrasebook
from services.classify.domain.taxonomy import Intent


@dataclass(frozen=True, slots=True)
class Meant:
    """An intent by its name, and which of the taxonomy's it counts as: for those, itself."""

    name: str
    like: Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One brand's settings. All shares are 0..1.

    `languages`: None for all that the station reads. `answer_at_least`: from which share of likelihood a post is taken
    to want an answer. `intent_at_least`: below it the intent is `other`. `flags_at_least`: per flag, instead of the
    model's own threshold. `off`: intents that this brand does not use. `harms`, `intents`: phrases of its own; a harm
    found so outranks the model, an intent found so decides it, and may be one that only this brand has. `not_harm`:
    phrases that are no harm here ("fire sale"). `second_opinion`: whether unsure posts may go to one.
    """

    languages: tuple[str, ...] | None = None
    answer_at_least: float | None = None
    intent_at_least: float = 0.2
    flags_at_least: Mapping[str, float] = field(default_factory=dict)
    off: frozenset[Intent] = frozenset()
    harms: Phrasebook[Harm] | None = None
    intents: Phrasebook[Meant] | None = None
    not_harm: Phrasebook[str] | None = None
    second_opinion: bool = False


PLAIN: Final = Policy()
"""A brand that set nothing."""
