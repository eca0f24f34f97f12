"""Fetches jars with Maven, which checks their checksums and knows the user's mirrors and proxies."""

import asyncio
import os
import re
from asyncio.subprocess import PIPE
from pathlib import Path

from deploy.local.home import Home
from deploy.local.kafka.unavailable import RealKafkaUnavailable
from deploy.local.progress import Progress

PATIENCE_SECONDS = 600.0


async def fetch_with_maven(pom: Path, into: Path, home: Home, progress: Progress) -> None:
    """Raises RealKafkaUnavailable; the log of the attempt stays in logs/mvn.log."""
    log = home.new_log("mvn")
    argv = ["mvn", "--batch-mode", "--strict-checksums", "--file", str(pom), "dependency:copy-dependencies"]
    argv += [f"-DoutputDirectory={into}", "-DincludeScope=runtime"]
    mvn = await home.leash.spawn(argv, env=os.environ, cwd=home.path, output=PIPE)
    if mvn.stdout is None:
        raise AssertionError("asked for a pipe")
    arrived = 0
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            with log.open("wb") as record:
                async for line in mvn.stdout:
                    record.write(line)
                    if jar := jar_arrived(line.decode(errors="replace")):
                        arrived += 1
                        progress.say("kafka", f"downloading the broker, jar {arrived}: {jar}")
            code = await mvn.wait()
    except TimeoutError:
        raise RealKafkaUnavailable(f"mvn took longer than {PATIENCE_SECONDS:.0f} s, see {log}") from None
    finally:
        if mvn.returncode is None:
            mvn.kill()
        await mvn.wait()
        home.leash.forget(mvn.pid)
    if code != 0:
        said = [line for line in log.read_text(errors="replace").splitlines() if "ERROR" in line]
        raise RealKafkaUnavailable(
            f"mvn could not fetch the broker, see {log}: {said[0] if said else 'no reason given'}"
        )


def jar_arrived(line: str) -> str | None:
    """The file name (and size) in Maven's `Downloaded from central: https://.../x.jar (1.2 MB at 3 MB/s)`."""
    found = re.search(r"Downloaded from \S+ \S*/(\S+\.jar)(?: \(([^)]*) at)?", line)
    return f"{found[1]} ({found[2]})" if found and found[2] else found and found[1]
