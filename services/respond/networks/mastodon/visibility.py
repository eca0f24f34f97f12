"""Who can read a post: Mastodon's four circles, and ours."""

from typing import Final

WIDEST_FIRST: Final = ("public", "unlisted", "private", "direct")
"""Mastodon's words. Its `private` is for followers, its `direct` for those mentioned."""

_OURS_TO_THEIRS: Final = {"public": "public", "unlisted": "unlisted", "followers": "private"}


def no_wider_than(visibility: str) -> str:
    """Return Mastodon's word for a visibility of ours (contracts.mention.Visibility); what is not known is `direct`."""
    return _OURS_TO_THEIRS.get(visibility, "direct")


def is_narrower(now: str, then: str) -> bool:
    """Return whether Mastodon's `now` is read by fewer than `then`; what is not known is read by nobody."""
    return _rank(now) > _rank(then)


def _rank(visibility: str) -> int:
    return WIDEST_FIRST.index(visibility) if visibility in WIDEST_FIRST else len(WIDEST_FIRST)
