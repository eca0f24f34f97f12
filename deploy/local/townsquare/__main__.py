"""`python -m deploy.local.townsquare --port 8090 --ledger PATH`: the square, until SIGTERM."""

import argparse
from pathlib import Path

from deploy.local.townsquare.app import create_app
from deploy.local.townsquare.clock import system_clock
from deploy.local.townsquare.ledger import Ledger
from deploy.local.townsquare.serving import listen, server_for
from deploy.local.townsquare.square import Idempotency, Square


def main() -> None:
    said = _arguments()
    sock = listen(said.host, said.port)
    port = sock.getsockname()[1]
    seen_at = "127.0.0.1" if said.host in {"0.0.0.0", "::"} else said.host  # noqa: S104 - compared, not bound
    base_url = (said.base_url or f"http://{seen_at}:{port}").rstrip("/")
    square = Square(Ledger(said.ledger), system_clock, base_url, said.idempotency)
    print(f"Town Square listens on http://{said.host}:{port}", flush=True)
    server_for(create_app(square)).run(sockets=[sock])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="townsquare", description="A small social network for tests and demos.")
    parser.add_argument("--port", type=int, default=8090, help="0 takes any free one")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--ledger", type=Path, required=True, help="the SQLite file; made if absent")
    parser.add_argument("--base-url", help="how the world reaches the square, if not by host and port")
    parser.add_argument("--idempotency", type=Idempotency, choices=list(Idempotency), default=Idempotency.HONOURED)
    return parser.parse_args()


if __name__ == "__main__":
    main()
