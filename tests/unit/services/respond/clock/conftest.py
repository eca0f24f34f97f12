"""Logs are taken in, not rendered: a traceback in colours costs a second."""

from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs


@pytest.fixture(autouse=True)
def _logs_taken_in() -> Iterator[None]:
    with capture_logs():
        yield
