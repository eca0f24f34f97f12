"""Rules that every contract keeps."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from shared.contracts.contract import Part, UtcDatetime


class _At(Part):
    at: UtcDatetime


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+02:00", "9999-12-31T23:59:59-02:00"])
def test_an_instant_that_has_no_utc_is_wrong_and_no_bug(at: str) -> None:
    with pytest.raises(ValidationError, match="years 1 to 9999"):
        _At.model_validate_json(f'{{"at": "{at}"}}')


def test_an_instant_is_utc_to_the_millisecond() -> None:
    found = _At.model_validate_json('{"at": "2026-11-21T12:00:00.123999+02:00"}')

    assert found.at == datetime(2026, 11, 21, 10, 0, 0, 123_000, tzinfo=UTC)
