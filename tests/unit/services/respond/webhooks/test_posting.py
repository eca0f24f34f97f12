"""One attempt over TLS on loopback: the vetted address is connected to, under the name that was asked for."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from services.respond.domain.webhooks.keys import keys_of
from services.respond.domain.webhooks.reach import Reach
from services.respond.domain.webhooks.webhook import Delivery, Sealed, Webhook, WebhookState
from services.respond.webhooks.posting import READ_BYTES, Posting
from services.respond.webhooks.vault import Vault
from shared.runtime.clock import system_clock
from tests.builders import NOON

HOST = "hooks.crm.example"
VAULT = Vault(keys_of("a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="))
DELIVERY = Delivery(
    webhook="wh-1",
    event_id="evt-1",
    brand="discus",
    subject="case/c-1",
    number=1,
    type="case.opened",
    at=NOON,
    body='{"type":"case.opened"}',
)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for HOST alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = system_clock()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


@dataclass
class Server:
    """What it was asked, by which name, and what it answers."""

    port: int = 0
    names: list[str | None] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    answer: bytes = b"HTTP/1.1 204 No Content\r\n\r\n"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            self.heads.append(head.decode().lower())
            await reader.readexactly(len(DELIVERY.body))
            writer.write(self.answer)
            await writer.drain()
            writer.close()
            await writer.wait_closed()


@asynccontextmanager
async def serving(certificate: Path) -> AsyncIterator[Server]:
    server = Server()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _, name, __: server.names.append(name)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=context)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        await listening.wait_closed()


def webhook(url: str, *, secrets: Sequence[Sealed] | None = None) -> Webhook:
    return Webhook(
        id="wh-1",
        url=url,
        brand="discus",
        events=frozenset({"case.opened"}),
        description="",
        secrets=tuple(secrets or [VAULT.seal(b"s" * 32, of="wh-1")]),
        state=WebhookState.ACTIVE,
        version=1,
        created_at=NOON,
        created_by="ada",
        changed_at=NOON,
    )


class Names:
    """A name server that gives each of its answers once, the last one again and again."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked += 1
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@asynccontextmanager
async def posting(certificate: Path, names: Names, *, reach: str = "127.0.0.0/8") -> AsyncIterator[Posting]:
    trusting = ssl.create_default_context(cafile=certificate)
    async with httpx2.AsyncClient(
        verify=trusting, trust_env=False, limits=httpx2.Limits(max_keepalive_connections=0)
    ) as http:
        yield Posting(http=http, secrets=VAULT, reach=Reach.of(reach), resolve=names, clock=system_clock, seconds=5)


async def test_the_address_is_connected_to_and_the_name_is_asked_for_and_proved(certificate: Path) -> None:
    names = Names(["127.0.0.1"])
    async with serving(certificate) as server, posting(certificate, names) as post:
        outcome = await post(webhook(f"https://{HOST}:{server.port}/hooks"), DELIVERY)

    assert (outcome.status, outcome.error) == (204, None)
    assert server.names == [HOST]
    assert f"host: {HOST}:{server.port}\r\n" in server.heads[0]
    assert "webhook-id: evt-1\r\n" in server.heads[0]
    assert names.asked == 1


async def test_a_certificate_for_another_name_is_not_believed(certificate: Path) -> None:
    async with serving(certificate) as server, posting(certificate, Names(["127.0.0.1"])) as post:
        outcome = await post(webhook(f"https://other.example:{server.port}/"), DELIVERY)

    assert outcome.error == "no connection"
    assert server.heads == []


async def test_a_name_that_answers_otherwise_the_second_time_reaches_nothing_inside(certificate: Path) -> None:
    """Rebinding: an open address while it is vetted, an inner one when it is connected to. It is asked once only."""
    names = Names(["192.0.2.1"], ["127.0.0.1"])
    async with serving(certificate) as server, posting(certificate, names, reach="192.0.2.0/24") as post:
        post._seconds = 0.3
        outcome = await post(webhook(f"https://{HOST}:{server.port}/"), DELIVERY)

    assert names.asked == 1
    assert not outcome.is_taken
    assert server.names == server.heads == []


async def test_vetted_anew_each_time_a_name_that_moves_inside_is_refused(certificate: Path) -> None:
    names = Names(["127.0.0.1"], ["10.0.0.7"])
    async with serving(certificate) as server, posting(certificate, names) as post:
        first = await post(webhook(f"https://{HOST}:{server.port}/"), DELIVERY)
        second = await post(webhook(f"https://{HOST}:{server.port}/"), DELIVERY)

    assert first.is_taken
    assert second.error == f"{HOST} is at 10.0.0.7: not on the open internet"
    assert len(server.heads) == 1


async def test_of_an_endless_answer_only_a_little_is_read(certificate: Path) -> None:
    async with serving(certificate) as server, posting(certificate, Names(["127.0.0.1"])) as post:
        server.answer = b"HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n" + b"x" * (READ_BYTES + 20_000)
        outcome = await post(webhook(f"https://{HOST}:{server.port}/"), DELIVERY)

    assert (outcome.status, outcome.error) == (200, None)


async def test_a_secret_that_cannot_be_opened_fails_the_attempt_and_says_so(certificate: Path) -> None:
    foreign = VAULT.seal(b"s" * 32, of="wh-2")
    async with posting(certificate, Names(["127.0.0.1"])) as post:
        outcome = await post(webhook(f"https://{HOST}/", secrets=[foreign]), DELIVERY)

    assert "belongs to another webhook" in (outcome.error or "")


async def test_a_name_that_does_not_exist_fails_the_attempt(certificate: Path) -> None:
    async def nobody(host: str, port: int) -> Sequence[str]:
        raise OSError(-2, "Name or service not known")

    async with posting(certificate, Names(["127.0.0.1"])) as post:
        post._resolve = nobody
        outcome = await post(webhook(f"https://{HOST}/"), DELIVERY)

    assert outcome.error == "its name cannot be looked up (Name or service not known)"


async def test_a_secret_that_has_run_out_signs_no_more(certificate: Path) -> None:
    now = system_clock()
    secrets = [
        VAULT.seal(b"n" * 32, of="wh-1"),
        VAULT.seal(b"o" * 32, of="wh-1", until=now + timedelta(hours=1)),
        VAULT.seal(b"x" * 32, of="wh-1", until=now - timedelta(seconds=1)),
    ]
    async with serving(certificate) as server, posting(certificate, Names(["127.0.0.1"])) as post:
        await post(webhook(f"https://{HOST}:{server.port}/", secrets=secrets), DELIVERY)

    [line] = [line for line in server.heads[0].splitlines() if line.startswith("webhook-signature")]
    assert line.count("v1,") == 2
