"""The last resort for the jars: Apache's archive."""

import hashlib
import io
import tarfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from deploy.local.kafka import archive
from deploy.local.kafka.archive import fetch_archive, stated_digest, unpack_jars
from deploy.local.kafka.unavailable import RealKafkaUnavailable
from deploy.local.progress import Silent

DIGEST = hashlib.sha512(b"x").hexdigest()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """No lines in the report."""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands in for the archive."""
    folder = tmp_path / "site" / "4.1.1"
    folder.mkdir(parents=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "site"))) as server:
        serving = Thread(target=server.serve_forever)
        serving.start()
        monkeypatch.setattr(archive, "ARCHIVE", f"http://127.0.0.1:{server.server_port}")
        yield folder
        server.shutdown()
        serving.join()


def an_archive(*names: str) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as tar:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = 3
            tar.addfile(info, io.BytesIO(b"jar"))
    return content.getvalue()


def test_both_ways_of_writing_a_digest_are_read() -> None:
    spaced = " ".join(DIGEST[at : at + 8].upper() for at in range(0, 128, 8))

    assert stated_digest(f"kafka_2.13-4.1.1.tgz: {spaced[:60]}\n {spaced[60:]}\n") == DIGEST
    assert stated_digest(f"{DIGEST}  kafka_2.13-4.1.1.tgz\n") == DIGEST


def test_a_page_that_is_no_digest_matches_nothing() -> None:
    assert stated_digest("<html>404 not found</html>") == "none"


def test_only_jars_are_unpacked_and_never_outside(tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(an_archive("k/libs/a.jar", "k/bin/run.sh", "../../libs/escape.jar"))

    unpack_jars(tmp_path / "a.tgz", tmp_path / "libs")

    assert sorted(path.name for path in (tmp_path / "libs").iterdir()) == ["a.jar", "escape.jar"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tgz", "libs"]


async def test_an_archive_that_matches_its_digest_is_unpacked(site: Path, tmp_path: Path) -> None:
    content = an_archive("kafka_2.13-4.1.1/libs/kafka_2.13-4.1.1.jar")
    (site / "kafka_2.13-4.1.1.tgz").write_bytes(content)
    (site / "kafka_2.13-4.1.1.tgz.sha512").write_text(hashlib.sha512(content).hexdigest())

    await fetch_archive("4.1.1", tmp_path / "libs", Silent())

    assert [path.name for path in (tmp_path / "libs").iterdir()] == ["kafka_2.13-4.1.1.jar"]


async def test_a_damaged_archive_is_refused(site: Path, tmp_path: Path) -> None:
    (site / "kafka_2.13-4.1.1.tgz").write_bytes(an_archive("k/libs/a.jar")[:-9])
    (site / "kafka_2.13-4.1.1.tgz.sha512").write_text(DIGEST)

    with pytest.raises(RealKafkaUnavailable, match="damaged"):
        await fetch_archive("4.1.1", tmp_path / "libs", Silent())

    assert not (tmp_path / "libs").exists()


@pytest.mark.usefixtures("site")
async def test_an_archive_that_is_not_there_tells_what_else_to_do(tmp_path: Path) -> None:
    with pytest.raises(RealKafkaUnavailable, match="EARSHOT_KAFKA_HOME"):
        await fetch_archive("4.1.1", tmp_path / "libs", Silent())
