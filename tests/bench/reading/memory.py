"""`python -m tests.bench.reading.memory`: loads the lane's classifier, reads 20,000 posts, writes its peak in MB."""

import os
import sys
from itertools import islice
from typing import Final

from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages
from tests.bench.reading.desk import languages
from tests.bench.reading.posts import many
from tests.bench.reading.timing import BATCH
from tests.bench.usage import usage_of

POSTS: Final = 20_000


def main() -> None:
    """Posts are made a batch at a time, as they arrive; the texts of all of them (some 3 MB) are counted in."""
    classifier = FastClassifier(Languages(languages()), load())
    posts = many(POSTS)
    while batch := list(islice(posts, BATCH)):
        classifier.classify(batch)
    usage = usage_of(os.getpid())
    sys.stdout.write(f"{usage.peak_mb if usage else float('nan')}\n")


if __name__ == "__main__":
    main()
