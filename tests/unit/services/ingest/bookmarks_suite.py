"""What Bookmarks promise; run over the fake here, and over MongoDB in tests/integration/ingest."""

from dataclasses import replace
from datetime import timedelta

from services.ingest.sources.bookmarks import Bookmarks, Watched
from shared.contracts.mention import Visibility
from tests.unit.services.ingest.senders import NOON

MINUTE = timedelta(minutes=1)


def a_watch(api_id: str = "100", *, account_id: str = "a", **fields: object) -> Watched:
    """A watch that is due at noon."""
    watched = Watched(
        account_id=account_id,
        api_id=api_id,
        native_id=f"https://square.example/{api_id}",
        author_id="https://square.example/users/joe",
        author_handle=None,
        visibility=Visibility.FOLLOWERS,
        edited_at=None,
        heard_at=NOON - MINUTE,
        due_at=NOON,
        until=NOON + timedelta(days=7),
    )
    return replace(watched, **fields)  # type: ignore[arg-type]  # a test's own shorthand


class BookmarksSuite:
    """Subclasses give the fixture `bookmarks`."""

    async def test_a_cursor_is_where_it_was_last_moved_to(self, bookmarks: Bookmarks) -> None:
        assert await bookmarks.cursor("a") is None
        await bookmarks.move_cursor("a", "7", at=NOON)
        await bookmarks.move_cursor("a", "9", at=NOON)

        assert await bookmarks.cursor("a") == "9"
        assert await bookmarks.cursor("b") is None

    async def test_a_watched_post_comes_back_as_it_was_when_it_is_due(self, bookmarks: Bookmarks) -> None:
        await bookmarks.watch([a_watch()])

        assert await bookmarks.due("a", now=NOON - MINUTE, most=9) == []
        assert await bookmarks.due("a", now=NOON, most=9) == [a_watch()]
        assert await bookmarks.due("b", now=NOON, most=9) == []

    async def test_the_longest_overdue_come_first_and_no_more_than_asked_for(self, bookmarks: Bookmarks) -> None:
        await bookmarks.watch([a_watch(str(n), due_at=NOON - n * MINUTE) for n in range(5)])

        assert [one.api_id for one in await bookmarks.due("a", now=NOON, most=3)] == ["4", "3", "2"]

    async def test_watching_twice_is_watching_once(self, bookmarks: Bookmarks) -> None:
        await bookmarks.watch([a_watch(edited_at="first")])
        await bookmarks.watch([a_watch(edited_at="second"), a_watch("200")])

        found = await bookmarks.due("a", now=NOON, most=9)
        assert {(one.api_id, one.edited_at) for one in found} == {("100", "first"), ("200", None)}

    async def test_a_post_put_back_is_due_when_it_says(self, bookmarks: Bookmarks) -> None:
        await bookmarks.watch([a_watch()])
        later = a_watch(due_at=NOON + MINUTE, misses=1, edited_at="now")
        await bookmarks.put_back([later, a_watch("not watched")])

        assert await bookmarks.due("a", now=NOON, most=9) == []
        assert await bookmarks.due("a", now=NOON + MINUTE, most=9) == [later]

    async def test_a_forgotten_post_is_not_due(self, bookmarks: Bookmarks) -> None:
        await bookmarks.watch([a_watch(), a_watch("200")])
        await bookmarks.forget([a_watch()])

        assert [one.api_id for one in await bookmarks.due("a", now=NOON, most=9)] == ["200"]

    async def test_a_post_is_not_due_after_its_time(self, bookmarks: Bookmarks) -> None:
        await bookmarks.watch([a_watch(until=NOON)])

        assert await bookmarks.due("a", now=NOON, most=9) == []

    async def test_nothing_to_do_is_done(self, bookmarks: Bookmarks) -> None:
        await bookmarks.watch([])
        await bookmarks.put_back([])
        await bookmarks.forget([])

        assert await bookmarks.due("a", now=NOON, most=9) == []
