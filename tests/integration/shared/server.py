"""The server's clock and the absence of a server, for what is judged by them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from bson.codec_options import CodecOptions
from motor.motor_asyncio import AsyncIOMotorClient

AWARE: CodecOptions[Any] = CodecOptions(tz_aware=True)


async def server_now(database: Any) -> datetime:
    """What time it is by MongoDB's clock."""
    answer = await database.command("hello", codec_options=AWARE)
    now: datetime = answer["localTime"]
    return now


async def passed(database: Any, instant: datetime) -> bool:
    """Whether it is later than that by MongoDB's clock."""
    return await server_now(database) > instant


@asynccontextmanager
async def nowhere() -> AsyncIterator[Any]:
    """A database that does not answer."""
    client: Any = AsyncIOMotorClient("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")
    try:
        yield client.nowhere
    finally:
        client.close()
