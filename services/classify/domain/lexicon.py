"""Which phrases are looked for in which language."""

from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Final, Literal, TypeAlias

from services.classify.domain.harm import Harm
from services.classify.domain.phrases import Phrasebook
from services.classify.domain.taxonomy import Intent
from services.classify.domain.words import de, en, es, fr, nl
from services.classify.domain.words.harm import de as harm_de
from services.classify.domain.words.harm import en as harm_en
from services.classify.domain.words.harm import es as harm_es
from services.classify.domain.words.harm import fr as harm_fr
from services.classify.domain.words.harm import nl as harm_nl

Sign = Literal["spam", "plea"]
"""An advertisement; somebody who asks for help, with or without a question mark."""

Topic: TypeAlias = Intent | Harm | Sign

_BY_LANGUAGE: Final[dict[str, tuple[ModuleType, ...]]] = {
    "en": (en,),
    # Everybody mixes in English: "de app is down".
    "nl": (nl, en),
    "de": (de, en),
    "fr": (fr, en),
    "es": (es, en),
}
_ALL: Final = (en, nl, de, fr, es)
_HARM: Final[dict[ModuleType, ModuleType]] = {en: harm_en, nl: harm_nl, de: harm_de, fr: harm_fr, es: harm_es}
_HARMS: Final[frozenset[Topic]] = frozenset(Harm)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is looked for."""

    topics: Phrasebook[Topic]


def lexicon(language: str) -> Lexicon:
    """Return the phrases for a language; all of them where it is not known or has none of its own."""
    return _built(language if language in _BY_LANGUAGE else "und")


@cache
def _built(language: str) -> Lexicon:
    modules = _BY_LANGUAGE.get(language, _ALL)
    return Lexicon(
        topics=Phrasebook(
            [entry for words in modules for entry in _topics(words)],
            excuses=[(_HARMS, _HARM[words].NOT_HARM) for words in modules],
        ),
    )


def _topics(words: ModuleType) -> list[tuple[Topic, float, str]]:
    """A strong phrase is proof (1.0), a weak one a hint (0.4)."""
    return [
        *((intent, 1.0, phrases) for intent, phrases in words.STRONG.items()),
        *((intent, 0.4, phrases) for intent, phrases in words.WEAK.items()),
        *((harm, 1.0, phrases) for harm, phrases in _HARM[words].HARM.items()),
        ("spam", 1.0, words.SPAM),
        ("plea", 1.0, words.PLEA),
    ]
