"""`python -m services.classify.evaluation.second_opinion`: what the configured endpoint makes better on our own posts.

It is asked as the lane asks: the least sure posts of each batch, up to the share of the traffic, within a batch's time.
Only the budgets by minute and day are lifted, so that the measurement is whole. Our posts are written by us and may
leave.
"""

import asyncio
from collections.abc import Sequence
from typing import Final

from rich.console import Console

from services.classify.domain.policy import Policy
from services.classify.evaluation.figures import Figure, accuracy, macro_f1
from services.classify.evaluation.table import for_people
from services.classify.evaluation.understood import LANGUAGES, Understood, a_mention, understood
from services.classify.model.artefact import load
from services.classify.model.language import Languages
from services.classify.settings import LaneSettings
from services.classify.training.authored import evaluation_posts
from services.classify.wiring.second_opinion import make_cascade
from shared.contracts.classification import Classification, Source
from shared.runtime.settings import read_settings

NONE: Final = "No second opinion is configured: set EARSHOT_SECOND_OPINION_URL and EARSHOT_SECOND_OPINION_MODEL."
TARGET: Final = 0.72
_BATCH: Final = 40
_ASKED_FOR: Final = Policy(second_opinion=True)
_LIFTED: Final = {"second_opinion_calls_per_minute": 1_000_000, "second_opinion_characters_per_day": 10**12}


def second_opinion_figures(found: Sequence[Understood], settings: LaneSettings, *, answer_at: float) -> list[Figure]:
    """Return fast beside cascade for intents, and how many posts got an opinion; empty where no endpoint is configured.

    `answer_at`: the model's threshold for the need of an answer, 0..1.
    """
    if settings.second_opinion_url is None:
        return []
    then = asyncio.run(_asked(found, settings, answer_at))
    given = [place for place, one in enumerate(then) if one.source is Source.LLM]
    note = f"{settings.second_opinion_model}, opinions on {len(given)} of {len(then)}"
    fast, cascade = [one.found for one in found], then
    return [
        *_intents("all posts", found, fast, cascade, range(len(then)), note=note),
        *_intents("posts with an opinion", found, fast, cascade, given, note=note),
    ]


async def _asked(found: Sequence[Understood], settings: LaneSettings, answer_at: float) -> list[Classification]:
    then: list[Classification] = []
    lifted = settings.model_copy(update=_LIFTED)
    async with make_cascade(lifted, lambda _: _ASKED_FOR, answer_at=answer_at) as cascade:
        for start in range(0, len(found), _BATCH):
            batch = found[start : start + _BATCH]
            first = [one.found for one in batch]
            then += first if cascade is None else await cascade([a_mention(one.post) for one in batch], first)
    return then


def _intents(
    which: str,
    found: Sequence[Understood],
    fast: Sequence[Classification],
    cascade: Sequence[Classification],
    places: Sequence[int],
    *,
    note: str,
) -> list[Figure]:
    if not places:
        return []
    truth = [str(found[place].post.intent) for place in places]
    figures = []
    for who, said in (("fast", fast), ("cascade", cascade)):
        labels = [said[place].intent for place in places]
        target = TARGET if who == "cascade" and len(places) == len(found) else None
        figures.append(
            accuracy(f"intent, {which}, accuracy, {who}", truth, labels, baseline="", target=None, note=note)
        )
        figures.append(macro_f1(f"intent, {which}, F1, {who}", truth, labels, baseline="", target=target, note=note))
    return figures


def main() -> None:
    """Measure and print, or say that there is nobody to ask."""
    console, settings = Console(), read_settings(LaneSettings)
    if settings.second_opinion_url is None:
        console.print(NONE)
        return
    model = load()
    found = understood(model, evaluation_posts(), Languages(LANGUAGES))
    console.print(for_people(second_opinion_figures(found, settings, answer_at=model.thresholds.get("answer", 0.5))))


if __name__ == "__main__":
    main()
