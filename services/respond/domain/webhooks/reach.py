"""Where a webhook may go: nowhere inside, unless somebody who runs Earshot named the place.

What a name means is decided by the address that is connected to, never by how it is written: `2130706433`, `0x7f.1` and
`127.0.0.1` are one place.
"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final
from urllib.parse import urlsplit

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_INSIDE: Final = tuple(
    ip_network(one)
    for one in (
        # Python's is_global takes these for the open internet; each can lead to an inner address.
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # NAT64 of a network's own
        "2002::/16",  # 6to4
        "2001::/32",  # Teredo
        "192.88.99.0/24",  # 6to4 relays
        "::/96",  # IPv4-compatible
        "::ffff:0:0/96",  # IPv4-mapped
        "::ffff:0:0:0/96",  # IPv4-translated
        "fec0::/10",  # site-local
        "5f00::/16",  # segment routing
        "3fff::/20",  # documentation
        "192.0.0.0/24",  # protocol assignments
    )
)
_LONGEST: Final = 2048


class WrongTarget(ValueError):
    """No webhook can go there; the message says why, and what would do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a URL leads. `host` as it is written, without brackets; `path` with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == {"http": 80, "https": 443}[self.scheme] else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Reach:
    """The inner places that are open to webhooks: networks, and hosts by name, whatever inner address they have."""

    networks: tuple[Network, ...] = ()
    hosts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> "Reach":
        """Return what a list with commas says: `10.1.0.0/16, crm.intern.example`. Raises ValueError."""
        networks: list[Network] = []
        hosts: set[str] = set()
        for word in (part.strip().lower() for part in text.split(",")):
            try:
                networks.append(ip_network(word))
            except ValueError:
                if "/" in word or ":" in word:
                    raise ValueError(f"{word} is neither a network (10.1.0.0/16) nor the name of a host") from None
                hosts |= {word} - {""}
        return cls(tuple(networks), frozenset(hosts))

    def allows(self, host: str, address: str) -> bool:
        """May the address be connected to, which `host` led to?"""
        found = ip_address(address)
        if any(found in network for network in self.networks if network.version == found.version):
            return True
        if host.lower() in self.hosts:
            return not (found.is_multicast or found.is_unspecified or found.is_link_local)
        return is_open(found)

    def target(self, url: str) -> Target:
        """Return where the URL leads. Raises WrongTarget; whether its address is inside is only known at connecting."""
        try:
            found = urlsplit(url)
            port = found.port
        except ValueError:
            raise WrongTarget("this is no URL; it has to be like https://example.com/hooks") from None
        host = found.hostname or ""
        if found.scheme not in ("http", "https") or not host or port == 0 or len(url) > _LONGEST or not url.isascii():
            raise WrongTarget("this has to be an https URL in ASCII, like https://example.com/hooks")
        if any(character <= " " or character in '\\<>"{}|^`\x7f' for character in url):
            raise WrongTarget("this holds characters that a URL does not have")
        if found.username is not None or found.password is not None or found.fragment:
            raise WrongTarget("a webhook's URL has no user, no password and no fragment; signatures prove who sends")
        if found.scheme == "http" and not self._is_named(host):
            raise WrongTarget("only https goes out; http is for inner hosts that EARSHOT_WEBHOOK_PRIVATE names")
        path = (found.path or "/") + (f"?{found.query}" if found.query else "")
        default = 443 if found.scheme == "https" else 80
        return Target(scheme=found.scheme, host=host, port=port or default, path=path)

    def _is_named(self, host: str) -> bool:
        if host in self.hosts:
            return True
        try:
            address = ip_address(host)
        except ValueError:
            return False
        return any(address in network for network in self.networks if network.version == address.version)


def is_open(address: Address) -> bool:
    """Is this an address of the open internet, of one machine, that leads nowhere else?"""
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address in network for network in _INSIDE if network.version == address.version)
