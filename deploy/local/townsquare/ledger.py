"""The ledger: one SQLite file, one connection, one thread that owns it, one transaction per call."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from deploy.local.townsquare.schema import SCHEMA

T = TypeVar("T")


class Ledger:
    """Runs functions over the database one after the other, so that no two requests ever interleave."""

    def __init__(self, path: Path) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")
        self._db = self._thread.submit(_open, path).result()

    async def transact(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What `work` returns, after its writes are committed. If it raises, nothing of it is kept."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._in_transaction, work)

    def close(self) -> None:
        """Finishes what was begun, then closes the file. May be called again."""
        self._thread.submit(self._db.close).result()
        self._thread.shutdown()

    def _in_transaction(self, work: Callable[[sqlite3.Connection], T]) -> T:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            result = work(self._db)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
        return result


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA journal_mode = WAL")
    # Committed pages are with the kernel before we answer: that survives kill -9, which is what a witness needs.
    # Only a power cut could lose them, and FULL would pay an fsync per request against it.
    db.execute("PRAGMA synchronous = NORMAL")
    db.executescript(SCHEMA)
    return db
