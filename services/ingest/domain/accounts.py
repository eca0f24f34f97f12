"""Our own accounts, as far as a mention needs to know them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OurAccount:
    """Where we listen: the directory's id, the brand, the network."""

    id: str
    brand: str
    network: str


class OurAccounts:
    """Which accounts a brand has, and who we are on the networks."""

    def __init__(self, accounts: Iterable[OurAccount]) -> None:
        self._accounts = tuple(accounts)
        self._identities: set[tuple[str, str]] = {(account.network, account.id) for account in self._accounts}

    def of(self, *, brand: str, network: str) -> list[str]:
        """Return the ids of a brand's accounts on a network."""
        return [one.id for one in self._accounts if (one.brand, one.network) == (brand, network)]

    def belongs_to_another(self, account_id: str, *, brand: str) -> bool:
        """Return whether the directory gives this account to another brand."""
        return any(one.id == account_id and one.brand != brand for one in self._accounts)

    def learn(self, *, network: str, author_id: str) -> None:
        """Remember that a network knows us as this author."""
        self._identities.add((network, author_id))

    def wrote(self, *, network: str, account_id: str, author_id: str | None) -> bool:
        """Return whether the author is ourselves, so that our own words do not come back as a customer's."""
        return author_id is not None and (author_id == account_id or (network, author_id) in self._identities)
