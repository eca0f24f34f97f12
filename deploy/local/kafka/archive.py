"""The last resort: Apache's own archive of the release, for machines with Java but without Maven."""

import asyncio
import hashlib
import http.client
import re
import tarfile
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import IO

from deploy.local.kafka.unavailable import RealKafkaUnavailable
from deploy.local.progress import Progress

ARCHIVE = "https://archive.apache.org/dist/kafka"
CONNECT_SECONDS = 15
CHUNK = 1 << 18


async def fetch_archive(version: str, into: Path, progress: Progress) -> None:
    """Raises RealKafkaUnavailable when it cannot be reached or is not what its checksum says."""
    name = f"kafka_2.13-{version}.tgz"
    loop = asyncio.get_running_loop()

    def arrived(megabytes: int, of: int) -> None:
        loop.call_soon_threadsafe(progress.say, "kafka", f"downloading the broker, {megabytes} of {of} MB")

    archive = into.with_name(name)
    try:
        stated = stated_digest(await asyncio.to_thread(_read, f"{ARCHIVE}/{version}/{name}.sha512"))
        digest = await asyncio.to_thread(_download, f"{ARCHIVE}/{version}/{name}", archive, arrived)
    except (OSError, http.client.HTTPException) as reason:
        raise RealKafkaUnavailable(
            f"there is no mvn, and {ARCHIVE} does not answer ({reason}); install Maven, "
            "or unpack a Kafka 4 yourself and point EARSHOT_KAFKA_HOME at it"
        ) from reason
    if digest != stated:
        raise RealKafkaUnavailable(f"{name} arrived damaged: SHA-512 {digest[:16]}..., expected {stated[:16]}...")
    await asyncio.to_thread(unpack_jars, archive, into)


def stated_digest(text: str) -> str:
    """Apache writes `name: 12AB 34CD ...` over several lines; other tools write `12ab34cd...  name`."""
    digest = "".join(re.findall(r"\b[0-9A-Fa-f]+\b", text.split(":", 1)[-1])).lower()[:128]
    return digest if len(digest) == 128 else "none"


def unpack_jars(archive: Path, into: Path) -> None:
    """Only the files of libs/, by their names alone, whatever else the archive holds."""
    into.mkdir()
    with tarfile.open(archive) as tar:
        for member in tar:
            path = Path(member.name)
            if member.isfile() and path.parent.name == "libs" and (content := tar.extractfile(member)):
                (into / path.name).write_bytes(content.read())


def _open(url: str) -> IO[bytes]:
    return urllib.request.urlopen(url, timeout=CONNECT_SECONDS)  # type: ignore[no-any-return]  # noqa: S310 - https


def _read(url: str) -> str:
    with _open(url) as answer:
        return answer.read(1 << 16).decode(errors="replace")


def _download(url: str, to: Path, arrived: Callable[[int, int], None]) -> str:
    digest = hashlib.sha512()
    with urllib.request.urlopen(url, timeout=CONNECT_SECONDS) as answer, to.open("wb") as file:  # noqa: S310 - https
        size = int(answer.headers.get("Content-Length") or 0)
        while chunk := answer.read(CHUNK):
            digest.update(chunk)
            file.write(chunk)
            arrived(file.tell() >> 20, size >> 20)
    return digest.hexdigest()
