"""The fake keeps the promises that the real store keeps."""

import pytest

from services.ingest.sources.bookmarks import Bookmarks
from tests.unit.services.ingest.bookmarks_suite import BookmarksSuite
from tests.unit.services.ingest.fakes import MemoryBookmarks


class TestMemoryBookmarks(BookmarksSuite):
    @pytest.fixture
    def bookmarks(self) -> Bookmarks:
        return MemoryBookmarks()
