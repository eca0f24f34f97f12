"""Whose letter it is, so that agents see only the letters of their brands."""

from collections.abc import Collection, Mapping
from typing import Final

from shared.contracts.deadletter import DeadLetter
from shared.contracts.topics import CLASSIFIED, MENTIONS, SIGNALS, STORMS

_BRAND_LEADS_KEY: Final = frozenset(topic.name for topic in (MENTIONS, CLASSIFIED, SIGNALS, STORMS))


def letter_brand(letter: DeadLetter, *, brands: Collection[str], origins: Mapping[str, str]) -> str | None:
    """Return the brand of a letter, None where nothing vouches for one: then only those who see all brands see it.

    `brands` are all there are; `origins` are the brands of senders and accounts by their ids.
    """
    if letter.topic in _BRAND_LEADS_KEY:
        key = (letter.key_bytes() or b"").decode("utf-8", "replace")
        brand = key.split("/", 1)[0]
        return brand if brand in brands else None
    return origins.get(letter.origin or "")
