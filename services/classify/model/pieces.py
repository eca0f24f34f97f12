"""The pieces of one to five letters that texts are made of, as buckets of a table, for many texts at once.

Training and service cut texts by these very lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

BUCKETS: Final = 1 << 16
CROSSING: Final = BUCKETS
"""The bucket of what would be a piece of two texts."""
_LONGEST: Final = 5
_SPACE: Final = ord(" ")
_LAST: Final = 0x24F
"""The last Latin letter of Unicode's first blocks; what comes after it, digits and marks are gaps between words."""

Places = npt.NDArray[np.intp]
_Codes = npt.NDArray[np.uint32]


def _small_letters() -> _Codes:
    table = np.full(_LAST + 2, _SPACE, dtype=np.uint32)
    for code in range(_LAST + 1):
        small = chr(code).lower()
        if len(small) == 1 and small.isalpha():
            table[code] = ord(small)
    return table


_SMALL: Final = _small_letters()


@dataclass(frozen=True, slots=True)
class Pieces:
    """For each length the bucket at each place, and where each text's places begin; one text more ends them."""

    lengths: tuple[Places, ...]
    starts: Places


def pieces(texts: Sequence[str]) -> Pieces:
    """Return the pieces of lower-case words, with one space before, between and after them."""
    padded = [f" {text} " for text in texts] + [" " * _LONGEST]
    codes = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = _SMALL[np.minimum(codes, _LAST + 1)]
    owners = np.repeat(np.arange(len(padded)), [len(text) for text in padded])
    kept = np.ones(len(letters), dtype=bool)
    kept[1:] = (letters[1:] != _SPACE) | (letters[:-1] != _SPACE) | (owners[1:] != owners[:-1])
    kept[-_LONGEST:] = True
    letters, owners = letters[kept], owners[kept]
    starts = np.searchsorted(owners, np.arange(len(padded)))
    lengths: list[Places] = []
    hashed = np.zeros(len(letters), dtype=np.uint32)
    for length in range(1, _LONGEST + 1):
        places = len(letters) - length + 1
        hashed = (hashed[:places] * np.uint32(0x01000193)) ^ (letters[length - 1 :] * np.uint32(0x9E3779B1))
        within = owners[:places] == owners[length - 1 :]
        lengths.append(np.where(within, _mixed(hashed), CROSSING).astype(np.intp))
    return Pieces(tuple(lengths), starts)


def _mixed(hashed: _Codes) -> npt.NDArray[Any]:
    """Every letter is to move every bit that names the bucket."""
    mixed = (hashed ^ (hashed >> np.uint32(15))) * np.uint32(0x85EBCA6B)
    return (mixed ^ (mixed >> np.uint32(13))) & np.uint32(BUCKETS - 1)
