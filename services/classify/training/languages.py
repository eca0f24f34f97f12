"""`make model`, second part: how each language is spelt, counted in the posts. Same posts, same bytes."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from rich.console import Console

from services.classify.domain.text import read
from services.classify.model.artefact import SHIPPED
from services.classify.model.pieces import BUCKETS, pieces
from services.classify.model.spelling import FILE
from services.classify.training.authored import POSTS, Post, digest, training_posts

_SMOOTHING: Final = 0.1
_RARE: Final = 1
"""What was met so often says nothing yet."""
_SCALE: Final = 127


def learned(posts: Sequence[Post], *, data: str, folder: Path) -> None:
    """Write the table of the posts' pieces to the folder; `data` names the posts in it."""
    languages = sorted({post.language for post in posts})
    counts = np.zeros((BUCKETS, len(languages)))
    for column, language in enumerate(languages):
        cut = pieces([read(post.text).plain for post in posts if post.language == language])
        for places in cut.lengths:
            counts[:, column] += np.bincount(places, minlength=BUCKETS + 1)[:BUCKETS]
    likely = np.log((counts + _SMOOTHING) / (counts.sum(axis=0) + _SMOOTHING * BUCKETS))
    weights = likely - likely.mean(axis=1, keepdims=True)
    weights[counts.sum(axis=1) <= _RARE] = 0
    scale = np.float32(np.abs(weights).max() / _SCALE)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        folder / FILE,
        weights=np.rint(weights / scale).astype(np.int8),
        scale=scale,
        languages=np.array(languages),
        data=np.array(data),
        allow_pickle=False,
    )


def main() -> None:
    """Read, count, write, and say so."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=SHIPPED, help="the folder to write to")
    folder: Path = asked.parse_args().out
    posts = training_posts()
    learned(posts, data=digest(POSTS), folder=folder)
    Console().print(f"[bold]{FILE}[/bold] from {len(posts)} posts is in {folder}")


if __name__ == "__main__":
    main()
