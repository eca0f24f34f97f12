"""A proof becomes a browser's session: a cookie that no script reads and no foreign page sends."""

import secrets
from datetime import datetime, timedelta
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response

from services.respond.api.door.origin import Origins
from services.respond.api.door.who import COOKIE
from services.respond.api.oversight.audited import record_now
from services.respond.handlers.proof import Proof
from shared.runtime.clock import Clock


class Sessions(Protocol):
    """Browser sessions."""

    async def begin(self, token: str, *, agent: str, now: datetime, until: datetime) -> None: ...

    async def end(self, token: str) -> None: ...


class SigningIn:
    """Begins and ends sessions. Methods raise Unavailable."""

    def __init__(self, *, sessions: Sessions, origins: Origins, clock: Clock, lasting: timedelta) -> None:
        """`lasting`: how long a browser stays signed in."""
        self._sessions = sessions
        self._origins = origins
        self._clock = clock
        self._lasting = lasting

    async def begin(self, proof: Proof, request: Request, response: Response) -> bool:
        """Give the browser a session; False: the proof holds no longer, and there is none."""
        request.state.agent = proof.agent  # the audit trail is to know who it was
        await record_now(request)
        token = secrets.token_urlsafe(32)
        now = self._clock()
        await self._sessions.begin(token, agent=proof.agent.id, now=now, until=now + self._lasting)
        if not await proof.holds():
            await self._sessions.end(token)
            return False
        response.set_cookie(
            COOKIE,
            token,
            max_age=int(self._lasting.total_seconds()),
            httponly=True,
            samesite="strict",
            secure=self._origins.is_https,
        )
        return True

    async def end(self, request: Request, response: Response) -> None:
        """Take the browser's session from it."""
        token = request.cookies.get(COOKIE)
        if token is not None:
            await self._sessions.end(token)
        response.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=self._origins.is_https)
