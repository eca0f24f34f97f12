"""E-mail addresses of people."""

from services.respond.domain.checks.finding import Remark, remark_at
from shared.levels.answers import Check
from shared.personal.email_address import addresses


def email_addresses(text: str) -> Remark | None:
    """Say which addresses of people stand in the text."""
    return remark_at(
        addresses(text),
        check=Check.EMAIL,
        what="this is somebody's e-mail address, and everybody could read it: move it to a private message",
    )
