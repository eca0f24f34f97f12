"""From a row to a post of a customer's, or to the reason why it is none."""

import re
from dataclasses import dataclass
from datetime import datetime

from deploy.local.replay.columns import AUTHOR, ID, PARENT, TEXT, TIME, Columns
from deploy.local.replay.rows import Row
from deploy.local.replay.times import read_time

OUR_ACCOUNT = "replay"
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """`native` and `parent` are ids as the file has them; `at` None: now. `account` is ours, the one spoken to."""

    native: str
    author: str
    text: str
    account: str
    at: datetime | None = None
    parent: str | None = None


class Unmappable(Exception):
    """The row cannot become a post; the message says why."""


class NotACustomers(Exception):
    """The row is a post, but of a company's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How rows become posts. `names` calls what has no id or author of its own, `name-row`."""

    name: str
    keep_times: bool = False
    brand_field: str | None = None

    def post(self, row: Row) -> Post:
        """Raises Unmappable and NotACustomers."""
        if row.fields is None:
            raise Unmappable(row.problem)
        columns = Columns(row.fields)
        if not columns.is_inbound():
            raise NotACustomers
        text = columns.text()
        if text is None:
            raise Unmappable("its text is empty" if columns.has(TEXT) else "it has no column that holds a text")
        unnamed = f"{self.name}-{row.number}"
        post = Post(
            native=columns.word(ID) or unnamed,
            author=columns.word(AUTHOR) or unnamed,
            text=text,
            account=self._account(columns),
            at=self._time(columns),
            parent=columns.word(PARENT),
        )
        if not _is_sendable(post):
            raise Unmappable("its characters cannot be written as UTF-8")
        return post

    def _time(self, columns: Columns) -> datetime | None:
        if not self.keep_times:
            return None
        word = columns.word(TIME)
        if word is None:
            raise Unmappable("it has no time to keep")
        at = read_time(word)
        if at is None:
            raise Unmappable("its time cannot be read")
        return at

    def _account(self, columns: Columns) -> str:
        brand = None if self.brand_field is None else columns.word((self.brand_field.lower(),))
        return OUR_ACCOUNT if brand is None else f"{OUR_ACCOUNT}-{_UNFIT.sub('-', brand).strip('-').lower()}"


def _is_sendable(post: Post) -> bool:
    try:
        f"{post.native}{post.author}{post.text}{post.parent}".encode()
    except UnicodeEncodeError:
        return False
    return True
