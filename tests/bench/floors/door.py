"""The floor of taking in (F2): the signature over the raw body, and one acknowledged record per request.

`python -m tests.bench.floors.door BOOTSTRAP PORT KEY_IN_HEX`: a bare ASGI app under one uvicorn worker. It checks the
HMAC of Standard Webhooks and hands the bytes on as they came.
"""

import sys
from base64 import b64encode
from collections.abc import Awaitable, Callable
from hmac import compare_digest, digest
from typing import Any

import uvicorn
from aiokafka import AIOKafkaProducer

from tests.bench.floors.names import MENTIONS

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class Door:
    """POST anything; any GET says that it is ready."""

    def __init__(self, bootstrap: str, key: bytes) -> None:
        self._bootstrap = bootstrap
        self._key = key
        self._producer: Any = None

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["method"] == "GET":
            await _answer(send, 200)
        else:
            await _answer(send, await self._take(scope, receive))

    async def _take(self, scope: dict[str, Any], receive: Receive) -> int:
        parts = []
        more = True
        while more:
            event = await receive()
            parts.append(event.get("body", b""))
            more = event.get("more_body", False)
        body = b"".join(parts)
        headers = dict(scope["headers"])
        signed = b"%s.%s.%s" % (headers[b"webhook-id"], headers[b"webhook-timestamp"], body)
        expected = b"v1," + b64encode(digest(self._key, signed, "sha256"))
        if not compare_digest(expected, headers[b"webhook-signature"]):
            return 401
        await self._producer.send_and_wait(MENTIONS, body)
        return 202

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            event = await receive()
            if event["type"] == "lifespan.startup":
                self._producer = AIOKafkaProducer(
                    bootstrap_servers=self._bootstrap, enable_idempotence=True, acks="all"
                )
                await self._producer.start()
                await send({"type": "lifespan.startup.complete"})
            elif event["type"] == "lifespan.shutdown":
                await self._producer.stop()
                await send({"type": "lifespan.shutdown.complete"})
                return


async def _answer(send: Send, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


if __name__ == "__main__":
    bootstrap, port, key = sys.argv[1:]
    uvicorn.run(Door(bootstrap, bytes.fromhex(key)), port=int(port), access_log=False, log_level="warning")
