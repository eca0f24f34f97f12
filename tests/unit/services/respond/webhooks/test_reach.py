"""Where webhooks may go: out, and to the inner places that were named; judged by the address, however it is written."""

import asyncio
import socket
import threading
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.webhooks.reach import Reach, Target, WrongTarget
from services.respond.webhooks.resolving import NotAllowed, Resolver, vetted

INSIDE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",  # noqa: S104 - an address to refuse
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",  # CGNAT
    "169.254.169.254",  # where clouds keep their keys
    "192.0.0.8",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.88.99.1",  # 6to4 relay
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",  # mapped: whoever means that address may write it plainly
    "::ffff:0:10.0.0.1",
    "64:ff9b::7f00:1",  # NAT64
    "64:ff9b:1::1",
    "2002:7f00:1::",  # 6to4
    "2001::1",  # Teredo
    "2001:db8::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
]


@pytest.mark.parametrize("address", INSIDE)
def test_inner_addresses_are_closed(address: str) -> None:
    assert not Reach().allows("crm.example", address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "2a00:1450:4001::1"])
def test_the_open_internet_is_open(address: str) -> None:
    assert Reach().allows("crm.example", address)


@given(inner=st.ip_addresses(v=4, network="10.0.0.0/8"))
def test_no_way_of_wrapping_an_inner_address_opens_it(inner: object) -> None:
    number = int(inner)  # type: ignore[call-overload]
    wrapped = [
        f"::ffff:{inner}",
        f"::{inner}",
        f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}",
        f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1",
    ]

    assert not any(Reach().allows("crm.example", address) for address in (str(inner), *wrapped))


def test_a_named_network_is_open_and_nothing_beside_it() -> None:
    reach = Reach.of("10.1.0.0/16, fd00:1::/32")

    assert reach.allows("crm.example", "10.1.2.3")
    assert reach.allows("crm.example", "fd00:1::7")
    assert not reach.allows("crm.example", "10.2.0.1")
    assert not reach.allows("crm.example", "127.0.0.1")


def test_a_named_host_may_be_inside_but_never_where_clouds_keep_their_keys() -> None:
    reach = Reach.of("crm.intern.example")

    assert reach.allows("CRM.intern.example", "10.9.8.7")
    assert not reach.allows("crm.intern.example", "169.254.169.254")
    assert not reach.allows("other.intern.example", "10.9.8.7")


@pytest.mark.parametrize("text", ["10.1.0.0/33", "10.1.2.3/16", "crm:8080", "a/b"])
def test_what_names_no_place_refuses_to_start(text: str) -> None:
    with pytest.raises(ValueError, match="neither a network"):
        Reach.of(text)


def test_a_url_is_taken_apart() -> None:
    target = Reach().target("https://CRM.example:8443/hooks?a=1&b=2")

    assert target == Target(scheme="https", host="crm.example", port=8443, path="/hooks?a=1&b=2")
    assert target.authority == "crm.example:8443"
    assert Reach().target("https://crm.example").authority == "crm.example"
    assert Reach().target("https://[2606:4700::1111]/").authority == "[2606:4700::1111]"


@pytest.mark.parametrize("url", ["http://crm.example/", "http://127.0.0.1/", "http://localhost/"])
def test_plain_http_is_refused_where_nobody_named_the_host(url: str) -> None:
    with pytest.raises(WrongTarget, match="only https"):
        Reach().target(url)


def test_plain_http_goes_to_named_hosts() -> None:
    reach = Reach.of("127.0.0.0/8, localhost")

    assert reach.target("http://localhost:9000/").port == 9000
    assert reach.target("http://127.0.0.1/").port == 80


@given(st.text(max_size=60))
def test_any_text_is_a_target_or_refused(text: str) -> None:
    for url in (text, f"https://{text}", f"https://crm.example/{text}"):
        try:
            target = Reach().target(url)
        except WrongTarget:
            continue
        assert target.scheme == "https"
        assert target.path.isascii()
        assert not any(character in target.path + target.host for character in "\r\n\t ")


@pytest.mark.parametrize("spelling", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "127.0.0.1", "[::ffff:127.0.0.1]"])
async def test_however_loopback_is_spelt_it_is_loopback(spelling: str) -> None:
    """The machine's own resolver takes all of these for 127.0.0.1, as a browser does."""
    target = Reach().target(f"https://{spelling}/")

    with pytest.raises((NotAllowed, socket.gaierror)):
        await vetted(target, Reach(), Resolver())


async def test_a_name_that_leads_inside_is_refused_with_what_it_led_to() -> None:
    async def inside(host: str, port: int) -> Sequence[str]:
        return ["10.0.0.7"]

    with pytest.raises(NotAllowed, match=r"crm\.example is at 10\.0\.0\.7"):
        await vetted(Reach().target("https://crm.example/"), Reach(), inside)


async def test_of_several_addresses_an_open_one_is_taken() -> None:
    async def both(host: str, port: int) -> Sequence[str]:
        return ["10.0.0.7", "8.8.8.8"]

    assert await vetted(Reach().target("https://crm.example/"), Reach(), both) == "8.8.8.8"


async def test_names_that_nobody_answers_for_keep_no_other_waiting() -> None:
    """However often they are asked for, each takes one thread, also when whoever asked has gone."""
    ends = threading.Event()

    def lookup(host: str, port: int, **_: Any) -> list[Any]:
        if host != "alive":
            ends.wait(10)
            raise socket.gaierror("no answer")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", port))]

    resolver = Resolver(lookup, threads=3)
    asking = [asyncio.create_task(resolver(f"dead-{number % 2}", 443)) for number in range(20)]
    try:
        await asyncio.sleep(0)
        asking[0].cancel()
        async with asyncio.timeout(5):
            assert await resolver("alive", 443) == ["8.8.8.8"]
    finally:
        ends.set()
    outcomes = await asyncio.gather(*asking, return_exceptions=True)
    assert {type(one) for one in outcomes} == {asyncio.CancelledError, socket.gaierror}
    assert await resolver("alive", 443) == ["8.8.8.8"]
    resolver.close()
