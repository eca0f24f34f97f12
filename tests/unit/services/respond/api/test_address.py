"""A stranger's X-Forwarded-For is a stranger's word; that of our own proxies counts, from the right."""

import pytest
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from services.respond.api.door.address import ClientAddress, address_of


async def heard(peer: str, *forwarded: str, proxies: int) -> str:
    """The address by which a request is counted."""
    found: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        found.append(address_of(Request(scope)))

    headers = [(b"x-forwarded-for", one.encode()) for one in forwarded]
    scope: Scope = {"type": "http", "method": "GET", "path": "/", "headers": headers, "client": (peer, 1234)}
    await ClientAddress(app, proxies=proxies)(scope, None, None)  # type: ignore[arg-type]  # neither is used
    return found[0]


@pytest.mark.parametrize(
    ("forwarded", "proxies", "expected"),
    [
        (["203.0.113.9"], 0, "10.0.0.1"),
        ([], 1, "10.0.0.1"),
        (["203.0.113.9"], 1, "203.0.113.9"),
        (["1.2.3.4, 203.0.113.9"], 1, "203.0.113.9"),
        (["1.2.3.4, 203.0.113.9, 10.0.0.7"], 2, "203.0.113.9"),
        (["1.2.3.4", "203.0.113.9, 10.0.0.7"], 2, "203.0.113.9"),
        (["203.0.113.9"], 2, "10.0.0.1"),
        (["not an address"], 1, "10.0.0.1"),
        (["203.0.113.9:80"], 1, "203.0.113.9"),
        (["[2001:db8:1:2::3]:80"], 1, "2001:db8:1:2::"),
        (["2001:db8:1:2::80"], 1, "2001:db8:1:2::"),
        (["203.0.113.9:https"], 1, "10.0.0.1"),
    ],
)
async def test_the_header_counts_as_far_as_our_own_proxies_wrote_it(
    forwarded: list[str], proxies: int, expected: str
) -> None:
    assert await heard("10.0.0.1", *forwarded, proxies=proxies) == expected


@pytest.mark.parametrize(
    ("peer", "expected"),
    [
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("testclient", "unknown"),
    ],
)
async def test_of_ipv6_the_network_counts(peer: str, expected: str) -> None:
    assert await heard(peer, proxies=0) == expected
