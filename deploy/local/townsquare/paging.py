"""Mastodon's paging by id: `max_id`, `since_id`, `min_id`, `limit`, and the Link header."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams


@dataclass(frozen=True)
class Page:
    """Which slice of a list is asked for. `min_id` wants what lies immediately above, `since_id` the newest above."""

    limit: int
    max_id: int | None
    since_id: int | None
    min_id: int | None


def page_asked(query: QueryParams, *, default: int, most: int) -> Page:
    """Ids that are no numbers find nothing older and nothing newer, so they count as not said."""
    asked = _number(query.get("limit"))
    limit = default if asked is None else min(max(asked, 1), most)
    return Page(limit, _number(query.get("max_id")), _number(query.get("since_id")), _number(query.get("min_id")))


def rows_of(
    db: sqlite3.Connection, select: str, parameters: Mapping[str, object], page: Page, *, by: str
) -> list[sqlite3.Row]:
    """The page of `select` (which ends inside its WHERE clause), newest first, whatever the direction of reading."""
    above = page.min_id if page.min_id is not None else page.since_id
    upwards = page.min_id is not None
    rows = db.execute(
        f"{select} AND (:above IS NULL OR {by} > :above) AND (:below IS NULL OR {by} < :below)"
        f" ORDER BY {by} {'ASC' if upwards else 'DESC'} LIMIT :limit",
        {**parameters, "above": above, "below": page.max_id, "limit": page.limit},
    ).fetchall()
    return rows[::-1] if upwards else rows


def link_header(address: str, query: QueryParams, page: Page, ids: Sequence[int]) -> dict[str, str]:
    """`next` is older (given while the page is full), `prev` is newer; no header for an empty page."""
    if not ids:
        return {}
    kept = [(name, value) for name, value in query.multi_items() if name not in {"max_id", "since_id", "min_id"}]
    links = [f'<{address}?{urlencode([*kept, ("min_id", ids[0])])}>; rel="prev"']
    if len(ids) == page.limit:
        links.insert(0, f'<{address}?{urlencode([*kept, ("max_id", ids[-1])])}>; rel="next"')
    return {"Link": ", ".join(links)}


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() else None
