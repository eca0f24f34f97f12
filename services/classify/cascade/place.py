"""Where an endpoint may be: customers' words do not cross a network in the clear."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def may_be_asked(url: str) -> str:
    """Return the URL. Raises ValueError unless it is https, or http on this machine or in a private network."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ValueError("this is no URL; write https://host/v1") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("this is no URL of an endpoint; write https://host/v1")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError("no user, query or fragment in it; a key goes into EARSHOT_SECOND_OPINION_KEY")
    if parts.scheme == "http" and not _is_near(parts.hostname):
        raise ValueError("plain http is for this machine and private addresses; write https://")
    return url


def _is_near(host: str) -> bool:
    """A name without a dot is a neighbour in the same container network; a number is an address written otherwise."""
    try:
        found = ip_address(host)
    except ValueError:
        return "." not in host and host[0].isalpha()
    return found.is_private
