"""Where an endpoint may be, and that the two settings go together."""

import pytest
from pydantic import ValidationError

from services.classify.settings import LaneSettings
from shared.runtime.settings import read_settings

URL = "EARSHOT_SECOND_OPINION_URL"


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.com/v1",
        "https://api.example.com:8443/openai/v1/",
        "http://127.0.0.1:8000/v1",
        "http://[::1]:8000/v1",
        "http://localhost:8000/v1",
        "http://vllm:8000/v1",
        "http://10.1.2.3/v1",
    ],
)
def test_https_anywhere_and_http_nearby(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv(URL, url)
    monkeypatch.setenv("EARSHOT_SECOND_OPINION_MODEL", "small")

    assert LaneSettings().second_opinion_url == url


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example.com/v1",
        "http://8.8.8.8/v1",
        "http://134744072/v1",
        "http://0x08080808/v1",
        "ftp://vllm/v1",
        "vllm:8000",
        "https://",
        "https://user:pw@api.example.com/v1",
        "https://api.example.com/v1?key=1",
        "https://api.example.com/v1#a",
        "https://api.example.com:port/v1",
        "https://[::1/v1",
    ],
)
def test_anything_else_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv(URL, url)
    monkeypatch.setenv("EARSHOT_SECOND_OPINION_MODEL", "small")
    with pytest.raises(ValidationError):
        LaneSettings()


@pytest.mark.parametrize(("name", "value"), [("URL", "https://api.example.com/v1"), ("MODEL", "small")])
def test_an_endpoint_needs_a_model_and_a_model_an_endpoint(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"EARSHOT_SECOND_OPINION_{name}", value)
    with pytest.raises(SystemExit, match="or neither"):
        read_settings(LaneSettings)


def test_none_is_set_by_default() -> None:
    settings = LaneSettings()

    assert (settings.second_opinion_url, settings.second_opinion_model, settings.second_opinion_key) == (None,) * 3


def test_the_key_can_stand_elsewhere_and_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUR_KEY", "sk-very-secret")
    monkeypatch.setenv("EARSHOT_SECOND_OPINION_KEY", "env:OUR_KEY")
    settings = LaneSettings()

    assert settings.second_opinion_key is not None
    assert settings.second_opinion_key.get_secret_value() == "sk-very-secret"
    assert "sk-very-secret" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [("SECONDS", "0"), ("SECONDS", "60"), ("SHARE", "0"), ("SHARE", "1.5"), ("AT_ONCE", "0"), ("KEY", "env:NOT_SET")],
)
def test_settings_that_make_no_sense_are_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"EARSHOT_SECOND_OPINION_{name}", value)
    with pytest.raises(ValidationError):
        LaneSettings()
