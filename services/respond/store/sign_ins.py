"""Sign-ins at the identity provider that have begun: each is taken up once, by the browser that began it, and soon."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from services.respond.identity.code_flow import Begun
from services.respond.store.indexes import SIGN_INS
from shared.mongo.available import available


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A sign-in that has begun, and the path to go on to afterwards."""

    begun: Begun
    then: str


class SignIns:
    """Of `state` and `browser`, two secrets, only hashes are kept. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._sign_ins = database[SIGN_INS]

    async def keep(self, waiting: Waiting, *, state: str, browser: str, until: datetime) -> None:
        """Keep it until then. `browser`: what only the browser knows that began it."""
        document = {
            "_id": _hashed(state),
            "browser": _hashed(browser),
            "nonce": waiting.begun.nonce,
            "verifier": waiting.begun.verifier,
            "then": waiting.then,
            "expires_at": until,
        }
        with available():
            await self._sign_ins.insert_one(document)

    async def take(self, *, state: str, browser: str, now: datetime) -> Waiting | None:
        """Return it, once; None: that browser has begun none of this state, or too long ago."""
        condition = {"_id": _hashed(state), "browser": _hashed(browser), "expires_at": {"$gt": now}}
        with available():
            found = await self._sign_ins.find_one_and_delete(condition)
        if found is None:
            return None
        return Waiting(begun=Begun(nonce=found["nonce"], verifier=found["verifier"]), then=found["then"])


def _hashed(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
