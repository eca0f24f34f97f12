"""Which columns hold what, in the files that we know and in any whose columns have usual names.

Known: the airline tweets (tweet_id, t, airline, name, text; also with their published headers), customer support on
Twitter (tweet_id, author_id, inbound, t, text, in_response_to; also with its published headers), and texts alone, as
sets for sentiment have them.
"""

import math
from collections.abc import Mapping
from typing import Any

# The first name that a row has wins; case does not matter.
TEXT = ("text", "body", "content", "message", "tweet", "post", "comment", "review", "utterance", "sms")
ID = ("tweet_id", "id", "native_id", "post_id", "status_id", "id_str", "uuid")
AUTHOR = ("author_id", "author", "user_id", "screen_name", "username", "user", "handle", "customer", "name")
TIME = ("t", "time", "created_at", "tweet_created", "timestamp", "occurred_at", "published_at", "date")
PARENT = ("in_response_to", "in_response_to_tweet_id", "in_reply_to", "in_reply_to_id", "parent_id")
INBOUND = ("inbound",)

_NOTHING = {"", "nan", "nat", "none", "null"}
_NO = {"false", "0", "no"}


class Columns:
    """One row by what its columns mean."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = {name.strip().lower(): value for name, value in fields.items()}

    def has(self, names: tuple[str, ...]) -> bool:
        return any(name in self._fields for name in names)

    def word(self, names: tuple[str, ...]) -> str | None:
        """The value of the first of these columns, as a short text; None where it is empty or not one."""
        for name in names:
            if name in self._fields:
                return _word(self._fields[name])
        return None

    def text(self) -> str | None:
        """What was written, untouched; None where nothing was."""
        for name in TEXT:
            if name in self._fields:
                value = self._fields[name]
                return value if isinstance(value, str) and value.strip() else None
        return None

    def is_inbound(self) -> bool:
        """Did a customer write it? Where nothing says so, yes."""
        return (self.word(INBOUND) or "true").lower() not in _NO


def _word(value: Any) -> str | None:
    """As files have it: 12 and 12.0 are both "12", and what pandas writes for nothing is nothing."""
    if isinstance(value, float):
        if math.isnan(value):
            return None
        value = int(value) if value.is_integer() else value
    if not isinstance(value, str | int | float):
        return None
    word = str(value).strip()
    if word.lower() in _NOTHING:
        return None
    return word.removesuffix(".0") if word.removesuffix(".0").isdecimal() else word
