"""Tags: the words by which a team finds and counts its cases."""

import re
from typing import Final

MOST_TAGS: Final = 20
"""On one case."""
TAG: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
"""A slug: small letters and digits, in words joined by hyphens."""
LONGEST_TAG: Final = 40

_SLUG: Final = re.compile(TAG)


def is_tag(text: str) -> bool:
    """Is it a slug of at most forty characters?"""
    return len(text) <= LONGEST_TAG and _SLUG.fullmatch(text) is not None
