"""A stand-in for a service of Earshot: ready at once, tells its environment, has a child, may be deaf to SIGTERM."""

import json
import os
import signal
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

ENVIRONMENT = dict(os.environ)


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        told = {name: value for name, value in ENVIRONMENT.items() if name.startswith("EARSHOT_")}
        body = json.dumps(told | {"grandchild": grandchild.pid, "pid": os.getpid()}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


if __name__ == "__main__":
    if "deaf" in sys.argv:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    else:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    HTTPServer((ENVIRONMENT["EARSHOT_HTTP_HOST"], int(ENVIRONMENT["EARSHOT_HTTP_PORT"])), Answers).serve_forever()
