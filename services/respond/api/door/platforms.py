"""Which support platform is asking, by a bearer secret or by id."""

from collections.abc import Iterable
from hmac import compare_digest

from services.respond.api.door.principal import Platform
from shared.directory.model import Sender
from shared.directory.roster import key_hash


class Platforms:
    """The senders of earshot.yaml. Secrets are compared as hashes, each of them every time, as agents' keys are."""

    def __init__(self, senders: Iterable[Sender]) -> None:
        listed = [(sender, Platform(id=sender.id, brand=sender.brand)) for sender in senders]
        self._by_id = {platform.id: platform for _, platform in listed}
        self._hashes = tuple(
            (key_hash(secret.get_secret_value()), platform) for sender, platform in listed for secret in sender.bearer
        )

    def by_key(self, key: str) -> Platform | None:
        """Return the platform whose bearer secret this is; a secret that two of them have names neither."""
        given = key_hash(key)
        found = {platform for expected, platform in self._hashes if compare_digest(expected, given)}
        return found.pop() if len(found) == 1 else None

    def by_id(self, sender_id: str) -> Platform | None:
        """Return the platform of that id."""
        return self._by_id.get(sender_id)
