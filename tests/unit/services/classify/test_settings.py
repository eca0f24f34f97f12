"""Settings of the two processes: the defaults that the documents name, and what is refused."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from services.classify.settings import LaneSettings, StormSettings


def test_ten_people_in_an_hour_are_a_storm_by_default() -> None:
    rules = StormSettings().storm_rules

    assert (rules.authors, rules.window, rules.growth) == (10, timedelta(hours=1), 25)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EARSHOT_STORM_AUTHORS", "40")
    monkeypatch.setenv("EARSHOT_LANGUAGES", '["nl", "de"]')

    assert StormSettings().storm_rules.authors == 40
    assert LaneSettings().languages == ("nl", "de")


@pytest.mark.parametrize(
    ("name", "value"),
    [("STORM_AUTHORS", "1"), ("STORM_WINDOW_MINUTES", "7"), ("STORM_GROUP", "a b"), ("STORM_AUTHORS", "500")],
)
def test_storm_settings_that_make_no_sense_are_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"EARSHOT_{name}", value)
    with pytest.raises(ValidationError):
        StormSettings()


@pytest.mark.parametrize("languages", ['["ru"]', "[]", '["klingon"]'])
def test_languages_that_are_not_written_in_latin_letters_are_refused(
    monkeypatch: pytest.MonkeyPatch, languages: str
) -> None:
    monkeypatch.setenv("EARSHOT_LANGUAGES", languages)
    with pytest.raises(ValidationError):
        LaneSettings()
