"""One attempt: resolve, connect to the address that was vetted, post, read a little of the answer."""

import asyncio
import time
from collections.abc import Callable
from typing import Final, Protocol

import httpx2
import structlog

from services.respond.domain.webhooks.reach import Reach, Target, WrongTarget
from services.respond.domain.webhooks.signing import signed_headers
from services.respond.domain.webhooks.trying import Outcome, retry_after
from services.respond.domain.webhooks.webhook import Delivery, Sealed, Webhook
from services.respond.webhooks.resolving import NotAllowed, Resolve, vetted
from services.respond.webhooks.vault import NoKey
from shared.runtime.clock import Clock

log = structlog.get_logger()

READ_BYTES: Final = 65_536
"""Of an answer this much is read; nothing of it is kept."""
_HEADERS: Final = {
    "content-type": "application/json",
    "user-agent": "Earshot-Webhooks/1",
    "accept-encoding": "identity",
    "connection": "close",
}


class Secrets(Protocol):
    """Opens secrets."""

    def open(self, sealed: Sealed, *, of: str) -> bytes: ...


class Posting:
    """Posts deliveries. Each on a connection of its own: one that was vetted for one host serves no other."""

    def __init__(
        self,
        *,
        http: httpx2.AsyncClient,
        secrets: Secrets,
        reach: Reach,
        resolve: Resolve,
        clock: Clock,
        seconds: float = 10.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`seconds`: for everything from the look-up of the name to the end of the answer."""
        self._http = http
        self._secrets = secrets
        self._reach = reach
        self._resolve = resolve
        self._clock = clock
        self._seconds = seconds
        self._monotonic = monotonic

    async def __call__(self, webhook: Webhook, delivery: Delivery) -> Outcome:
        """Return what came of it; raises nothing that the receiver, the network or a key can cause."""
        began = self._monotonic()
        status: int | None = None
        error: str | None = None
        wait: str | None = None
        try:
            async with asyncio.timeout(self._seconds):
                target = self._reach.target(webhook.url)
                request = self._request(target, await vetted(target, self._reach, self._resolve), webhook, delivery)
                response = await self._http.send(request, stream=True)
                try:
                    status, wait = response.status_code, response.headers.get("retry-after")
                    await _read_a_little(response)
                finally:
                    await response.aclose()
        except TimeoutError:
            error = f"no whole answer within {self._seconds:g} s"
        except (NotAllowed, WrongTarget, NoKey) as reason:
            error = str(reason)
        except httpx2.InvalidURL:
            error = "its URL cannot be asked for"
        except httpx2.HTTPError as failure:
            error = _in_our_words(failure)
        except OSError as failure:
            error = f"its name cannot be looked up ({failure.strerror or type(failure).__name__})"
        now = self._clock()
        took = round((self._monotonic() - began) * 1000)
        return Outcome(status=status, error=error, took_ms=took, retry_after=retry_after(wait, now=now))

    def _request(self, target: Target, address: str, webhook: Webhook, delivery: Delivery) -> httpx2.Request:
        now, body = self._clock(), delivery.body.encode()
        keys = [
            self._secrets.open(sealed, of=webhook.id)
            for sealed in webhook.secrets
            if sealed.until is None or sealed.until > now
        ]
        host = f"[{address}]" if ":" in address else address
        return self._http.build_request(
            "POST",
            f"{target.scheme}://{host}:{target.port}{target.path}",
            content=body,
            headers={
                **_HEADERS,
                "host": target.authority,
                **signed_headers(keys, message_id=delivery.event_id, at=now, body=body),
            },
            # The name in the certificate is the one that was asked for, not the address.
            extensions={"sni_hostname": target.host},
        )


async def _read_a_little(response: httpx2.Response) -> None:
    """An answer that breaks off says nothing certain, so it has to come to its end, or be longer than we care for."""
    read = 0
    async for part in response.aiter_raw():
        read += len(part)
        if read > READ_BYTES:
            return


def _in_our_words(failure: httpx2.HTTPError) -> str:
    match failure:
        case httpx2.ConnectError() | httpx2.ConnectTimeout():
            return "no connection"
        case httpx2.RemoteProtocolError() | httpx2.ReadError():
            return "the answer broke off"
        case _:
            return f"the connection failed ({type(failure).__name__})"
