"""MongoDB: a mongod on PATH or the one in the wheel, as a replica set of one."""

import asyncio
import importlib.util
import shutil
from pathlib import Path

from pymongo import MongoClient
from pymongo.errors import OperationFailure, PyMongoError

from deploy.local.child import Child
from deploy.local.home import Home
from deploy.local.ports import Ports

REPLICA_SET = "earshot"
NOT_YET_INITIALIZED = 94


class MongodMissing(Exception):
    """There is no mongod for this machine; the message says what to do."""


def find_mongod() -> Path:
    """Raises MongodMissing."""
    if on_path := shutil.which("mongod"):
        return Path(on_path)
    for folder in _wheel_folders():
        if (mongod := folder / "db" / "bin" / "mongod").is_file():
            return mongod
    raise MongodMissing(
        "no mongod: neither on PATH nor in a wheel (the extra `local` has one for Linux on x86-64). "
        "Install MongoDB, or name a running replica set in EARSHOT_MONGO_URL."
    )


def _wheel_folders() -> list[Path]:
    spec = importlib.util.find_spec("fiftyone")
    return [Path(place) for place in spec.submodule_search_locations or []] if spec else []


def mongo_url(port: int) -> str:
    return f"mongodb://127.0.0.1:{port}/?replicaSet={REPLICA_SET}"


async def start_mongod(home: Home, ports: Ports) -> tuple[Child, int]:
    """Starts it on the data of the last run, if any; `wait_ready` of the child returns when it is primary."""
    port = ports.take("mongo", 27017)
    data = home.path / "mongo"
    data.mkdir(exist_ok=True)
    argv = [
        str(find_mongod()),
        *("--replSet", REPLICA_SET, "--dbpath", str(data), "--bind_ip", "127.0.0.1", "--port", str(port)),
        *("--quiet", "--nounixsocket", "--wiredTigerCacheSizeGB", "0.5", "--oplogSize", "512"),
        *("--setParameter", "diagnosticDataCollectionEnabled=false"),
        # What a killed process had begun to write together stays locked this long; by default it is a minute.
        *("--setParameter", "transactionLifetimeLimitSeconds=5"),
    ]

    async def is_primary() -> bool:
        return await asyncio.to_thread(make_primary, port)

    child = home.child("mongod", argv, ready=is_primary, cwd=data, stop_within=10)
    await child.start()
    return child, port


def make_primary(port: int) -> bool:
    """Says whether it is primary; where it is not, does the next thing on the way there. Call until true."""
    host = f"127.0.0.1:{port}"
    try:
        with MongoClient[dict[str, object]](host, directConnection=True, serverSelectionTimeoutMS=250) as client:
            state = client.admin.command("hello")
            if state.get("isWritablePrimary") and state.get("me") == host:
                return True
            try:
                config = client.admin.command("replSetGetConfig")["config"]
            except OperationFailure as failure:
                if failure.code != NOT_YET_INITIALIZED:
                    return False
                client.admin.command("replSetInitiate", {"_id": REPLICA_SET, "members": [{"_id": 0, "host": host}]})
                return False
            if config["members"][0]["host"] != host:  # the last run had another port
                config["members"][0]["host"] = host
                config["version"] += 1
                client.admin.command("replSetReconfig", config, force=True)
            return False
    except PyMongoError:
        return False  # not listening yet, or busy with an election
