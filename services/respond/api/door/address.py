"""From where a request comes: the peer, or whom our own proxies say that they stand in front of."""

from ipaddress import IPv6Address, ip_address
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

_NOBODY: Final = "unknown"
_NETWORK: Final = (1 << 128) - (1 << 64)


class ClientAddress:
    """ASGI middleware. With `proxies` of ours in front, the client is whom the outermost of them heard.

    Each proxy adds to X-Forwarded-For whom it heard. What stands before our own proxies' words anybody can have
    written, so it is counted from the right; where nobody stands in front, the header is a stranger's word.
    """

    def __init__(self, app: ASGIApp, *, proxies: int) -> None:
        self._app = app
        self._proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, with the client's address put right."""
        if scope["type"] == "http" and self._proxies:
            said = ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")
            address = _without_port(said[-self._proxies].strip()) if len(said) >= self._proxies else ""
            if _is_address(address):
                scope["client"] = (address, 0)
        await self._app(scope, receive, send)


def address_of(request: Request) -> str:
    """Return the address by which tries are counted: of IPv6 the network, for everybody there has a whole one."""
    host = request.client.host if request.client is not None else ""
    if not _is_address(host):
        return _NOBODY
    found = ip_address(host)
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(IPv6Address(int(found) & _NETWORK))


def _without_port(text: str) -> str:
    """Some proxies add the port that they were asked from; else all who come through them would be one address."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    host, _, port = text.partition(":")
    return host if port.isdecimal() and "." in host else text


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
