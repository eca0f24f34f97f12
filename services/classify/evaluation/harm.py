"""How well the rules of harm alone find each flag: recall and precision on labelled posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.classify.domain.harm import Harm
from services.classify.domain.lexicon import lexicon
from services.classify.domain.text import read
from services.classify.training.authored import Post

ALL: Final = "all"
"""Any harm at all, whichever flag it was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of `n` posts with a flag so many were `found`; `raised` posts got the flag. Shares are 0..1."""

    flag: str
    n: int
    found: int
    raised: int

    @property
    def recall(self) -> float:
        """The share of flagged posts that were found; 1 where there are none."""
        return self.found / self.n if self.n else 1.0

    @property
    def precision(self) -> float:
        """The share of raised flags that were right; 1 where none was raised."""
        return self.found / self.raised if self.raised else 1.0


def figures(posts: Sequence[Post]) -> list[Figures]:
    """Return one line per flag and one for any harm. Posts without labelled flags are left out."""
    known = [(post, post.flags) for post in posts if post.flags is not None]
    pairs = [({flag for flag in flags if flag in set(Harm)}, harms(post.text, post.language)) for post, flags in known]
    lines = [_line(str(harm), [(harm in said, harm in seen) for said, seen in pairs]) for harm in Harm]
    return [*lines, _line(ALL, [(bool(said), bool(seen)) for said, seen in pairs])]


def harms(text: str, language: str) -> frozenset[Harm]:
    """Return the harms that the rules see in a text."""
    found = lexicon(language).topics.find(read(text).words)
    return frozenset(one.label for one in found if isinstance(one.label, Harm))


def _line(flag: str, pairs: Sequence[tuple[bool, bool]]) -> Figures:
    return Figures(
        flag=flag,
        n=sum(said for said, _ in pairs),
        found=sum(said and seen for said, seen in pairs),
        raised=sum(seen for _, seen in pairs),
    )
