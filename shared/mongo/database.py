"""Connecting to MongoDB."""

from typing import Any

from motor.motor_asyncio import AsyncIOMotorClient, AsyncIOMotorDatabase
from pymongo.errors import PyMongoError
from pymongo.read_concern import ReadConcern
from pymongo.write_concern import WriteConcern

Database = AsyncIOMotorDatabase


def connect(url: str, name: str) -> Any:
    """Return the database: w=majority, journaled, majority reads, aware UTC times, five seconds to find a primary."""
    client: Any = AsyncIOMotorClient(
        url,
        tz_aware=True,
        retryWrites=True,
        serverSelectionTimeoutMS=5_000,
        connectTimeoutMS=5_000,
        socketTimeoutMS=30_000,
    )
    return client.get_database(
        name, write_concern=WriteConcern(w="majority", j=True), read_concern=ReadConcern("majority")
    )


def disconnect(database: Any) -> None:
    """Close the connections behind a database."""
    database.client.close()


async def problem_of(database: Any) -> str | None:
    """Health check: does a primary answer?"""
    try:
        await database.client.admin.command("ping")
    except PyMongoError as error:
        return f"MongoDB does not answer: {type(error).__name__}"
    return None
