"""Passwords: kept as argon2id, compared in threads, a few at a time, as much work for nobody as for somebody."""

import asyncio
import unicodedata
from base64 import b64encode
from collections.abc import Callable
from typing import Final, TypeVar

from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError

from shared.runtime.errors import Unavailable

T = TypeVar("T")

SHORTEST: Final = 12
LONGEST: Final = 200
_AT_ONCE: Final = 2  # each takes 64 MiB of memory and four threads' work for a tenth of a second
_MOST_WAITING: Final = 32


class Passwords:
    """Hashes and checks passwords with argon2's own defaults (RFC 9106). Both raise Unavailable when too many wait."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Tests may give a cheaper hasher."""
        self._hasher = hasher or PasswordHasher()
        self._nobodys = _nobodys(self._hasher)
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._waiting = 0

    async def hash(self, password: str) -> str:
        """Return what is kept of a password."""
        return await self._work(lambda: self._hasher.hash(same(password)))

    async def is_right(self, password: str, kept: str | None) -> bool:
        """Is this the password that `kept` was made of? None, or what is no hash, is nobody's: the work is done too."""
        return await self._work(lambda: self._fits(kept or self._nobodys, same(password)))

    def _fits(self, kept: str, password: str) -> bool:
        try:
            extract_parameters(kept)
        except InvalidHashError:
            kept = self._nobodys
        try:
            return self._hasher.verify(kept, password)
        except VerificationError:
            return False

    async def _work(self, work: Callable[[], T]) -> T:
        if self._waiting >= _MOST_WAITING:
            raise Unavailable("too many passwords are being checked at the moment")
        self._waiting += 1
        try:
            async with self._room:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1


def same(password: str) -> str:
    """Return one spelling of what looks the same, whichever keyboard it was typed on."""
    return unicodedata.normalize("NFC", password)


def _nobodys(hasher: PasswordHasher) -> str:
    """Return a hash that no password has, and that costs as much to compare with as those of this hasher."""
    salt, hashed = (b64encode(bytes(size)).decode().rstrip("=") for size in (hasher.salt_len, hasher.hash_len))
    return f"$argon2id$v=19$m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}${salt}${hashed}"
