"""Guessing is slowed down: wrong passwords by address and by account, wrong keys by address."""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Final

from services.respond.domain.allowance import Rate
from services.respond.identity.attempts import Attempts, TooMany

SIGN_INS: Final = Rate(burst=20, every=timedelta(seconds=3))
"""Of one address. A whole office can share one, and comes to work at the same hour; who is right does not count."""
ACCOUNT: Final = Rate(burst=10, every=timedelta(seconds=15))
"""Of one account, from wherever: some 6,000 guesses a day, at passwords of twelve characters and more."""
KEYS: Final = Rate(burst=60, every=timedelta(seconds=2))
"""Of one address. A program that goes on with an old key gets here soon, and is told so."""

_MOST_RIGHT: Final = 10_000


class SignInGuesses:
    """Tries to sign in. Unknown accounts are counted as known ones are, so that counting tells nothing."""

    def __init__(self, *, by_address: Attempts | None = None, by_account: Attempts | None = None) -> None:
        self._by_address = by_address or Attempts(SIGN_INS)
        self._by_account = by_account or Attempts(ACCOUNT)

    def begin(self, address: str, account: str | None, *, now: datetime) -> None:
        """Count a try before it is judged, so that many at once are no way around. Raises TooMany."""
        self._by_address.take(address, now=now)
        if account is None:
            return
        try:
            self._by_account.take(account, now=now)
        except TooMany:
            self._by_address.give_back(address, now=now)
            raise

    def was_right(self, address: str, account: str | None, *, now: datetime) -> None:
        """That try was no guess."""
        self._by_address.give_back(address, now=now)
        if account is not None:
            self._by_account.give_back(account, now=now)


class KeyGuesses:
    """Keys that come with requests. A key that was right from an address stays right there, whoever guesses beside."""

    def __init__(self, wrong: Attempts | None = None) -> None:
        self._wrong = wrong or Attempts(KEYS)
        self._right: OrderedDict[tuple[str, bytes], None] = OrderedDict()

    def judge(self, address: str, key_hash: bytes, *, is_right: bool, now: datetime) -> None:
        """Take note of a key. Raises TooMany, for a right one too where it was not heard from there before."""
        heard = (address, key_hash)
        if is_right and heard in self._right:
            self._right.move_to_end(heard)
            return
        self._wrong.take(address, now=now)
        if is_right:
            self._wrong.give_back(address, now=now)
            self._right[heard] = None
            while len(self._right) > _MOST_RIGHT:
                self._right.popitem(last=False)

    def is_wrong(self, address: str, *, now: datetime) -> None:
        """Take note of a token that is nobody's. Nobody guesses tokens, so right ones are not held up. As `judge`."""
        self._wrong.take(address, now=now)
