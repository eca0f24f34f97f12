"""`python -m deploy.healthcheck HOST:PORT`: exits 0 when the process there says that it is ready.

For health checks of containers, so it starts quickly and needs nothing but the standard library.
"""

import http.client
import sys


def waits_for(address: str, *, seconds: float = 3) -> str | None:
    """Return what the process at HOST:PORT waits for, None when it is ready."""
    connection = http.client.HTTPConnection(address, timeout=seconds)
    try:
        connection.request("GET", "/health/ready")
        answer = connection.getresponse()
        told = answer.read(4_096).decode(errors="replace")
    except (OSError, http.client.HTTPException) as error:
        return f"{address} does not answer: {error!r}"
    finally:
        connection.close()
    return None if answer.status == 200 else told


if __name__ == "__main__":
    sys.exit(waits_for(sys.argv[1]))
