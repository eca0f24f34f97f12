"""The model of every mention: language, lexicons, linear heads, rules. It names the words that decided."""

from collections.abc import Callable, Sequence
from typing import Final

from services.classify.domain.hints import hints
from services.classify.domain.lexicon import lexicon
from services.classify.domain.opinion import NO_OPINION, Evidence, Opinion
from services.classify.domain.personal.spans import personal
from services.classify.domain.policy import PLAIN, Policy
from services.classify.domain.text import Reading, read
from services.classify.domain.verdict import Findings, unread, verdict
from services.classify.model.artefact import Artefact
from services.classify.model.judged import evidence, judge
from services.classify.model.language import Languages
from services.classify.model.linear import Linear
from services.classify.model.valence import valences
from shared.contracts.classification import Classification
from shared.contracts.mention import Mention, MentionKind

_WITH_WORDS: Final = frozenset({MentionKind.CREATED, MentionKind.EDITED})
_AT_ONCE: Final = 64
"""More would not fit the tables, nor the memory of words if every word of theirs were new."""

_WARNING_AT_MOST: Final = 200
"""Characters: what stands before the text must not take its place."""

PolicyOf = Callable[[str], Policy]
"""The settings of a brand, by its id."""


class FastClassifier:
    """The classifier that ships."""

    def __init__(self, languages: Languages, artefact: Artefact, policy_of: PolicyOf = lambda _brand: PLAIN) -> None:
        self._languages = languages
        self._artefact = artefact
        self._linear = Linear(artefact, valences())
        self._policy_of = policy_of

    def classify(self, mentions: Sequence[Mention]) -> list[Classification]:
        """Return one classification per mention, in order. Never raises, whatever the text.

        Works in stages over the whole batch, because each has tables that push the others' out of the processor's
        cache.
        """
        if len(mentions) > _AT_ONCE:
            batches = (mentions[start : start + _AT_ONCE] for start in range(0, len(mentions), _AT_ONCE))
            return [found for batch in batches for found in self.classify(batch)]
        said = [mention for mention in mentions if mention.kind in _WITH_WORDS]
        policies = [self._policy_of(mention.brand) for mention in said]
        readings = [read(_words(mention)) for mention in said]
        languages = self._languages.find(
            readings, [mention.lang.declared for mention in said], [policy.languages for policy in policies]
        )
        topics = [
            lexicon(found.language).topics.find(reading.words)
            for reading, found in zip(readings, languages, strict=True)
        ]
        opinions = self.opinions(readings, [hints(*pair) for pair in zip(readings, topics, strict=True)])
        verdicts = iter(
            [
                verdict(
                    mention,
                    Findings(
                        reading=reading,
                        language=language.language,
                        language_confidence=language.confidence,
                        topics=found,
                        opinion=opinion,
                        personal=personal(mention.text),
                    ),
                    policy,
                    self._artefact.version,
                )
                for mention, reading, language, found, opinion, policy in zip(
                    said, readings, languages, topics, opinions, policies, strict=True
                )
            ]
        )
        nothing = unread(self._artefact.version)
        return [next(verdicts) if mention.kind in _WITH_WORDS else nothing for mention in mentions]

    def opinions(self, readings: Sequence[Reading], seen: Sequence[Sequence[tuple[str, str]]]) -> list[Opinion]:
        """Return what the model alone thinks of each text; `seen` are the lexicons' hints."""
        weighed = self._linear.weigh([reading.plain for reading in readings], seen)
        judged = judge(self._artefact, weighed)
        why: dict[str, list[tuple[str, Evidence]]] = {}
        for name in ("intent", "sentiment"):
            head = self._artefact.heads[name]
            winners = [max(range(len(row)), key=row.__getitem__) for row in judged[name]]
            words = evidence(head, winners, weighed)
            why[name] = [(f"{name}:{head.labels[one]}", some) for one, some in zip(winners, words, strict=True)]
        named = {
            name: [dict(zip(head.labels, row, strict=True)) for row in judged[name]]
            for name, head in self._artefact.heads.items()
        }
        return [
            Opinion(
                intents=named["intent"][at],
                sentiments=named["sentiment"][at],
                severities=named["severity"][at],
                flags=named["flags"][at],
                answer=named["answer"][at]["answer"],
                thresholds=self._artefact.thresholds,
                why=dict((why["intent"][at], why["sentiment"][at])),
            )
            if said
            else NO_OPINION
            for at, said in enumerate(weighed.tokens)
        ]


def _words(mention: Mention) -> str:
    """The line that a network shows before a text, or in its place, is in the customer's words as well."""
    if not mention.content_warning:
        return mention.text
    return f"{mention.content_warning[:_WARNING_AT_MOST]}\n{mention.text}"
