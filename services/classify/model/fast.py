"""The model of every mention: language, lexicons, linear heads, rules. It names the words that decided."""

from collections.abc import Callable, Sequence
from typing import Final

from services.classify.domain.hints import hints
from services.classify.domain.lexicon import lexicon
from services.classify.domain.opinion import NO_OPINION, Opinion
from services.classify.domain.policy import PLAIN, Policy
from services.classify.domain.text import Reading, read
from services.classify.domain.verdict import Findings, unread, verdict
from services.classify.model.artefact import Artefact
from services.classify.model.judged import Judged, evidence, judge
from services.classify.model.language import Languages
from services.classify.model.linear import Linear, Weighed
from services.classify.model.valence import valences
from shared.contracts.classification import Classification
from shared.contracts.mention import Mention, MentionKind

_WITH_WORDS: Final = frozenset({MentionKind.CREATED, MentionKind.EDITED})

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
        said = [mention for mention in mentions if mention.kind in _WITH_WORDS]
        policies = [self._policy_of(mention.brand) for mention in said]
        readings = [read(mention.text) for mention in said]
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
                        personal=(),
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
        return [
            self._opinion(judged, one) if one.tokens else NO_OPINION
            for judged, one in zip(judge(self._artefact, weighed), weighed, strict=True)
        ]

    def _opinion(self, judged: Judged, weighed: Weighed) -> Opinion:
        shares, why = judged.shares, {}
        for name in ("intent", "sentiment"):
            best = max(shares[name], key=shares[name].__getitem__)
            why[f"{name}:{best}"] = tuple(evidence(self._artefact.heads[name], best, weighed))
        return Opinion(
            intents=shares["intent"],
            sentiments=shares["sentiment"],
            severities=shares["severity"],
            flags=shares["flags"],
            answer=shares["answer"]["answer"],
            thresholds=self._artefact.thresholds,
            why=why,
        )
