"""Reading upwards from a cursor, page by page, so that nothing between two readings is passed over."""

from collections.abc import Awaitable, Callable, Iterable, Sequence

from services.ingest.sources.mastodon_api import Item


async def read_upwards(
    cursor: str,
    *,
    page_above: Callable[[str], Awaitable[Sequence[Item]]],
    pass_on: Callable[[Sequence[Item]], Awaitable[None]],
    move: Callable[[str], Awaitable[None]],
) -> None:
    """Pass on every page above the cursor, and move the cursor after each. Raises what these three raise."""
    while page := await page_above(cursor):
        await pass_on(upwards(page))
        highest = newest(page, since=cursor)
        if highest == cursor:
            return  # a server that does not heed the cursor would keep us here for ever
        await move(highest)
        cursor = highest


def upwards(page: Iterable[Item]) -> list[Item]:
    """Oldest first, so that a customer's posts reach Kafka in the order in which they were heard."""
    return sorted(page, key=lambda item: _rank(item.id or ""))


def newest(page: Iterable[Item], *, since: str) -> str:
    """Ids are opaque texts; those that servers use grow in length or in alphabetical order."""
    return max([since, *(item.id for item in page if item.id)], key=_rank)


def oldest(page: Iterable[Item], *, before: str | None) -> str | None:
    """The lowest id on the page, `before` when none can be read."""
    known = [item.id for item in page if item.id]
    return min(known, key=_rank) if known else before


def is_above(api_id: str, other: str) -> bool:
    """Whether the first id was given out after the other."""
    return _rank(api_id) > _rank(other)


def _rank(api_id: str) -> tuple[int, str]:
    return len(api_id), api_id
