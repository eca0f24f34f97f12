"""A container is healthy when its process says so."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from deploy.healthcheck import waits_for


@contextmanager
def a_process(status: int, body: bytes) -> Iterator[str]:
    """Something that answers, at HOST:PORT."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/health/ready" else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_a_process_that_is_ready_is_healthy() -> None:
    with a_process(200, b'{"status":"ready"}') as address:
        assert waits_for(address) is None


@pytest.mark.parametrize("body", [json.dumps({"mongo": "does not answer"}).encode(), b"\xff\xfe"])
def test_a_process_that_waits_is_not_and_tells_for_what(body: bytes) -> None:
    with a_process(503, body) as address:
        assert waits_for(address) == body.decode(errors="replace")


def test_a_process_that_is_not_there_is_not_healthy() -> None:
    with a_process(200, b"") as address:
        pass
    assert "does not answer" in (waits_for(address) or "")
