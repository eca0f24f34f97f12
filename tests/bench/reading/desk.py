"""`python -m tests.bench.reading.desk`: measures what a line on its input names, and answers with a line of JSON.

Each measurement has a classifier that has read other posts before and has never seen these: it knows the common words,
as after some minutes in service, and has to learn the rare ones. `again` reads posts that it has just read.
"""

import gc
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Final

from services.classify.domain import lexicon
from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages
from services.classify.settings import LaneSettings
from shared.contracts.mention import Mention
from tests.bench.reading import posts
from tests.bench.reading.floor import Floor
from tests.bench.reading.stages import REST, STAGES, stopwatch
from tests.bench.reading.timing import BATCH, Read, in_batches, one_by_one
from tests.bench.results import Sample

EARLIER: Final = 4_000
"""Posts that were read before."""


def languages() -> tuple[str, ...]:
    """Return what the lane tells apart unless it is told otherwise."""
    found: tuple[str, ...] = tuple(LaneSettings.model_fields["languages"].default)
    return found


class Desk:
    """What is the same for every measurement: the posts, and the models as they are loaded."""

    def __init__(self) -> None:
        self._languages = Languages(languages())
        self._artefact = load()
        self._earlier = posts.earlier(EARLIER)
        self._posts = posts.authored()
        self._airline = posts.airline(len(self._posts))
        self.sides: dict[str, Callable[[], Sample]] = {
            "floor": lambda: in_batches(self._warmed(Floor()), self._posts),
            "batches": lambda: in_batches(self._classifier(), self._posts),
            "again": lambda: in_batches(self._classifier(self._posts), self._posts),
            "single": lambda: one_by_one(self._classifier(), self._posts),
            "stages": self._stages,
        }
        if self._airline:
            self.sides["airline"] = lambda: in_batches(self._classifier(), self._airline)
        gc.collect()
        gc.freeze()  # as shared.runtime.process does
        gc.set_threshold(50_000, 20, 100)

    def _stages(self) -> Sample:
        classify = self._classifier()
        with stopwatch() as watch:
            sample = in_batches(classify, self._posts)
        count = len(self._posts) // BATCH * BATCH
        stages = [*(stage for stage, *_ in STAGES), REST]
        cpu = {stage: watch.spent.get(stage, 0.0) / count * 1e6 for stage in stages}
        return Sample(value=sample.value, cpu_us=cpu)

    def _classifier(self, besides: list[Mention] | None = None) -> Read:
        lexicon._built.cache_clear()  # phrasebooks remember words, too
        return self._warmed(FastClassifier(self._languages, self._artefact).classify, besides)

    def _warmed(self, read: Read, besides: list[Mention] | None = None) -> Read:
        earlier = [*self._earlier, *(besides or ())]
        for start in range(0, len(earlier), BATCH):
            read(earlier[start : start + BATCH])
        gc.collect()
        return read


def main() -> None:
    """Until the input ends."""
    desk = Desk()
    _say(list(desk.sides))
    for line in sys.stdin:
        _say(asdict(desk.sides[line.strip()]()))


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
