"""Wrong settings end the process before it starts, with every wrong variable named."""

import pytest
from pydantic import Field, SecretStr

from shared.runtime.settings import Settings, read_settings


class OneStationsSettings(Settings):
    """A station with a variable that has no default."""

    batch_size: int = Field(ge=1)
    password: SecretStr = Field(default=SecretStr("-" * 16), min_length=16)


def complaint() -> str:
    with pytest.raises(SystemExit) as caught:
        read_settings(OneStationsSettings)
    assert caught.value.code not in (0, None)
    return str(caught.value.code)


def test_settings_come_from_variables_with_our_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EARSHOT_BATCH_SIZE", "5")
    monkeypatch.setenv("EARSHOT_HTTP_PORT", "9000")
    monkeypatch.setenv("HTTP_PORT", "1")

    found = read_settings(OneStationsSettings)
    assert (found.batch_size, found.http_port) == (5, 9000)


def test_what_is_not_set_is_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine can reach a process that nobody configured."""
    for name in ("HTTP_HOST", "KAFKA_BOOTSTRAP", "MONGO_URL", "KAFKA_MOCK"):
        monkeypatch.delenv(f"EARSHOT_{name}", raising=False)

    found = read_settings(Settings)
    assert found.http_host == "127.0.0.1"
    assert found.kafka_bootstrap.startswith("127.0.0.1:")
    assert "127.0.0.1" in found.mongo_url
    assert not found.kafka_mock


def test_a_missing_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EARSHOT_BATCH_SIZE", raising=False)

    assert "EARSHOT_BATCH_SIZE: Field required" in complaint()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EARSHOT_BATCH_SIZE", "0"),
        ("EARSHOT_BATCH_SIZE", "many"),
        ("EARSHOT_HTTP_PORT", "65536"),
        ("EARSHOT_HTTP_PORT", "-1"),
        ("EARSHOT_KAFKA_MOCK", "perhaps"),
        ("EARSHOT_LOG_FORMAT", "xml"),
        ("EARSHOT_LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("EARSHOT_BATCH_SIZE", "1")
    monkeypatch.setenv(name, value)

    assert complaint().startswith(f"Wrong settings:\n  {name}: ")


def test_all_wrong_variables_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EARSHOT_BATCH_SIZE", "0")
    monkeypatch.setenv("EARSHOT_HTTP_PORT", "none")

    assert {"EARSHOT_BATCH_SIZE", "EARSHOT_HTTP_PORT"} <= {
        line.split(":")[0].strip() for line in complaint().split("\n")
    }


def test_a_wrong_value_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be a secret in the wrong place."""
    monkeypatch.setenv("EARSHOT_BATCH_SIZE", "hunter2")
    monkeypatch.setenv("EARSHOT_PASSWORD", "hunter3")

    message = complaint()
    assert "EARSHOT_PASSWORD" in message
    assert "hunter" not in message
