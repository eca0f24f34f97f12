"""Our account on the town square: it must exist before anything polls it."""

import http.client
import json

from deploy.local.child import ChildFailed

ACCOUNT = {"brand": True, "username": "discus", "display_name": "Discus DVD Rental"}


def open_account(port: int) -> str:
    """Returns its token, the same every time. Raises ChildFailed with what the town square said instead."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", "/_square/accounts", json.dumps(ACCOUNT), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        said = answer.read()
        if answer.status not in {200, 201}:
            raise ChildFailed(f"the town square gave us no account: {answer.status} {said[:200]!r}")
        return str(json.loads(said)["token"])
    except (OSError, http.client.HTTPException, ValueError, KeyError) as reason:
        raise ChildFailed(f"the town square gave us no account: {reason!r}") from reason
    finally:
        connection.close()
