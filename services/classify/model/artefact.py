"""The model's file: `weights.npz` (numbers only, never pickle) and `model.json` (what they mean), one folder.

The weights are eight-bit with a scale per output: the rounding moves a score by less than a hundredth, and the file
stays small enough to live in the repository.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from services.classify.domain.features import BITS

WEIGHTS: Final = "weights.npz"
CARD: Final = "model.json"
SPELLING: Final = "languages.npz"
SHIPPED: Final = Path(__file__).parent / "shipped"
FORMAT: Final = 2

Floats = npt.NDArray[np.float32]


class BadModel(Exception):
    """The model cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Head:
    """One question to a text: its answers, and the columns of the weights that speak for each.

    `several`: any number may hold (a sigmoid each), otherwise exactly one does (softmax). `temperature` divides the
    scores, so that the shares are as often right as they say.
    """

    name: str
    labels: tuple[str, ...]
    first: int
    several: bool
    temperature: float

    @property
    def columns(self) -> slice:
        """Where this head's outputs stand."""
        return slice(self.first, self.first + len(self.labels))


@dataclass(frozen=True, slots=True)
class Artefact:
    """`weights`: buckets times outputs; `bias`: per output; `thresholds`: from which share a flag is raised, 0..1.

    `frequencies`: in how many of the `posts` that it was fitted to each bucket was met; the rarer, the more it says.
    """

    version: str
    weights: Floats
    frequencies: npt.NDArray[np.int64]
    posts: int
    bias: Floats
    heads: Mapping[str, Head]
    thresholds: Mapping[str, float]
    card: Mapping[str, Any]

    @property
    def sizes(self) -> Floats:
        """The square of each bucket's rarity."""
        return (rarity(self.frequencies, self.posts) ** 2).astype(np.float32)


def rarity(frequencies: npt.NDArray[np.int64], posts: int) -> npt.NDArray[np.float64]:
    """Return how much more a bucket says than one that every post has (inverse document frequency; that one: 1)."""
    found: npt.NDArray[np.float64] = np.log((1 + posts) / (1 + frequencies)) + 1
    return found


def load(folder: Path = SHIPPED) -> Artefact:
    """Return the model in a folder. Raises BadModel."""
    try:
        card = json.loads((folder / CARD).read_text())
        packed = (folder / WEIGHTS).read_bytes()
    except (OSError, ValueError) as error:
        raise BadModel(f"no model in {folder}: {error}; run `make model`") from None
    if card.get("format") != FORMAT or card.get("bits") != BITS:
        raise BadModel(f"the model in {folder} is of another format; run `make model`")
    if sha256(packed).hexdigest() != card["weights_sha256"]:
        raise BadModel(f"{folder / WEIGHTS} is not the file that {CARD} describes; run `make model`")
    with np.load(folder / WEIGHTS, allow_pickle=False) as arrays:
        buckets, rounded, met = arrays["buckets"], arrays["weights"], arrays["frequencies"]
        scale: Floats = arrays["scale"]
        bias: Floats = arrays["bias"]
    weights = np.zeros((1 << BITS, rounded.shape[1]), dtype=np.float32)
    weights[buckets] = rounded * scale
    frequencies = np.zeros(1 << BITS, dtype=np.int64)
    frequencies[buckets] = met
    heads = {
        name: Head(name, tuple(one["labels"]), one["first"], one["several"], one["temperature"])
        for name, one in card["heads"].items()
    }
    return Artefact(_version(card, folder), weights, frequencies, card["posts"], bias, heads, card["thresholds"], card)


def _version(card: Mapping[str, Any], folder: Path) -> str:
    """With the mark of the languages' own model beside it, because that too decides what is said of a post."""
    spelling = folder / SPELLING
    return (
        f"{card['version']}.{sha256(spelling.read_bytes()).hexdigest()[:4]}" if spelling.exists() else card["version"]
    )


def save(artefact: Artefact, folder: Path) -> None:
    """Write a model: the same artefact is the same bytes. `version` and sums in the card are made here."""
    kept = np.flatnonzero(artefact.frequencies).astype(np.uint32)
    scale = np.maximum(np.abs(artefact.weights).max(axis=0), 1e-9).astype(np.float32) / 127
    rounded = np.rint(artefact.weights[kept] / scale).astype(np.int8)
    folder.mkdir(parents=True, exist_ok=True)
    # numpy dates each part of the archive 1980, so that nothing but the numbers decides its bytes
    np.savez_compressed(
        folder / WEIGHTS,
        buckets=kept,
        weights=rounded,
        frequencies=np.minimum(artefact.frequencies[kept], 65_535).astype(np.uint16),
        scale=scale,
        bias=artefact.bias,
        allow_pickle=False,
    )
    digest = sha256((folder / WEIGHTS).read_bytes()).hexdigest()
    card = {
        "format": FORMAT,
        "version": f"{artefact.version}-{digest[:8]}",
        "bits": BITS,
        "posts": artefact.posts,
        "weights_sha256": digest,
        "heads": {
            head.name: {
                "labels": list(head.labels),
                "first": head.first,
                "several": head.several,
                "temperature": round(head.temperature, 4),
            }
            for head in artefact.heads.values()
        },
        "thresholds": dict(artefact.thresholds),
        **artefact.card,
    }
    (folder / CARD).write_text(json.dumps(card, indent=2, sort_keys=False, ensure_ascii=False) + "\n")
