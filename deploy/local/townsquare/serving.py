"""Serving the square on a port until told to stop."""

import socket
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from deploy.local.townsquare.line import HangableProtocol


class Server(uvicorn.Server):
    """uvicorn that takes SIGTERM and SIGINT as a wish, not as an accident: it stops and the process ends with 0."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.should_exit = True


def server_for(app: Starlette, *, log_level: str = "warning") -> Server:
    config = uvicorn.Config(
        app,
        http=HangableProtocol,
        ws="none",
        lifespan="on",
        log_level=log_level,
        access_log=False,
        timeout_graceful_shutdown=1,
    )
    return Server(config)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 is any free one.

    Raises:
        OSError: the port is taken.
    """
    return socket.create_server((host, port), backlog=512)
