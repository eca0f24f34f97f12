"""Cases for browsers to look at, each of its own customer, and ways to change them."""

from datetime import timedelta
from typing import Any

from shared.case.commands import Command
from shared.case.keeping import Change
from shared.case.state.case import Case
from shared.runtime.clock import system_clock
from shared.runtime.ids import random_id
from tests.builders import HOUR, a_case, a_message, after


def somebodys_case(*, target: timedelta = 99 * HOUR, **fields: Any) -> Case:
    """A case of its own customer, due in some days. `fields` are of its message."""
    author = random_id("a")
    message = a_message(author, **{"text": "Where is my parcel?", **fields})
    return a_case(message=message, author=author, target=target)


def changed_by(command: Command) -> Change:
    """The change that a command makes now."""
    return lambda case: after(case, command, now=system_clock())
