"""Which ports the stack listens on."""

import socket
from collections.abc import Iterator

import pytest

from deploy.local.ports import RANDOM_PORTS, PortRefused, Ports, is_free


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", Ports(environment={}).take("test", 0)))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_port_that_someone_listens_on_is_not_free(busy_port: int) -> None:
    assert not is_free(busy_port)


def test_a_person_gets_the_default_port_where_it_is_free() -> None:
    default = Ports(environment={}).take("test", 0)

    assert Ports(near_defaults=True, environment={}).take("route", default) == default


def test_a_person_gets_the_next_port_where_the_default_is_taken(busy_port: int) -> None:
    taken = Ports(near_defaults=True, environment={}).take("route", busy_port)

    assert taken > busy_port


def test_a_test_gets_ports_that_outgoing_connections_do_not_use() -> None:
    assert Ports(environment={}).take("route", 8084) in RANDOM_PORTS


def test_no_port_is_given_twice() -> None:
    ports = Ports(near_defaults=True, environment={})

    given = [ports.take("route", 21_000) for _ in range(20)]

    assert len(set(given)) == len(given)


def test_the_port_that_was_asked_for_is_given() -> None:
    asked = Ports(environment={}).take("test", 0)

    assert Ports(environment={"EARSHOT_PORT_RESPOND_API": str(asked)}).take("respond-api", 8080) == asked


def test_asking_for_a_busy_port_is_refused_by_name(busy_port: int) -> None:
    ports = Ports(near_defaults=True, environment={"EARSHOT_PORT_ROUTE": str(busy_port)})

    with pytest.raises(PortRefused, match=f"EARSHOT_PORT_ROUTE={busy_port}"):
        ports.take("route", 8084)


@pytest.mark.parametrize("nonsense", ["eighty", "-1", "0", "65536"])
def test_asking_for_what_is_no_port_is_refused(nonsense: str) -> None:
    with pytest.raises(PortRefused, match="no port"):
        Ports(environment={"EARSHOT_PORT_ROUTE": nonsense}).take("route", 8084)
