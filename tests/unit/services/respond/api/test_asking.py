"""What comes with a request: conditions, cursors, keys, origins, paths."""

import pytest
from starlette.requests import Request

from services.respond.__main__ import main
from services.respond.api.conditions import versions
from services.respond.api.door.agents import Agents
from services.respond.api.door.origin import Origins
from services.respond.console.session import own_path
from services.respond.queries.cursor import Place, WrongCursor, from_cursor, to_cursor
from shared.directory.model import Agent
from shared.directory.profile import Profile
from shared.directory.roster import AGENTS, Roster
from tests.builders import NOON


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        (None, None),
        ("*", None),
        ('"7"', {7}),
        ('"7", "8"', {7, 8}),
        ('W/"7"', set()),
        ("7", set()),
        ('"x"', set()),
        ("", set()),
    ],
)
def test_if_match_names_versions_and_what_is_no_tag_matches_nothing(
    header: str | None, accepted: set[int] | None
) -> None:
    assert versions(header) == accepted


def test_a_cursor_comes_back_as_the_place_that_it_named() -> None:
    place = Place(kind="due", at=NOON, id="c-1")

    assert from_cursor(to_cursor(place), "due", "rest") == place


@pytest.mark.parametrize("text", ["", "!", "e30", "eyIkZ3QiOiAxfQ", "\u00e9", "a" * 500])
def test_a_cursor_that_nobody_gave_is_wrong(text: str) -> None:
    with pytest.raises(WrongCursor):
        from_cursor(text, "due")


def test_a_cursor_of_another_list_is_wrong() -> None:
    with pytest.raises(WrongCursor, match="another list"):
        from_cursor(to_cursor(Place(kind="letters", at=NOON, id="x")), "due", "rest")


def test_an_agent_is_known_by_the_whole_key_only() -> None:
    mira = Agent.model_validate({"id": "mira", "name": "Mira", "key": "mira-key-0123456789"})
    agents = Agents(Roster([mira], {AGENTS: None}))

    assert agents.by_key("mira-key-0123456789") == Profile(id="mira", name="Mira", source="file")
    assert agents.by_key("mira-key-012345678") is None
    assert agents.by_key("") is None


@pytest.mark.parametrize(
    ("then", "path"),
    [
        ("/cases/c-1?x=1", "/cases/c-1?x=1"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/v1/cases", "/"),
        ("/a\r\nSet-Cookie: x", "/"),
        ("", "/"),
    ],
)
def test_after_signing_in_one_lands_on_a_page_of_ours(then: str, path: str) -> None:
    assert own_path(then) == path


def a_request(**headers: str) -> Request:
    return Request({"type": "http", "headers": [(name.encode(), value.encode()) for name, value in headers.items()]})


def test_the_own_origin_is_the_host_that_was_asked_unless_settings_name_one() -> None:
    assert Origins(None).is_own(a_request(origin="http://desk.example:1", host="desk.example:1"))
    assert not Origins(None).is_own(a_request(origin="http://evil.example", host="desk.example:1"))
    assert not Origins(None).is_own(a_request(host="desk.example:1"))
    assert not Origins(None).is_own(a_request(origin="null", host="desk.example:1"))
    assert Origins("https://desk.example").is_own(a_request(origin="https://desk.example", host="inside:8080"))
    assert not Origins("https://desk.example").is_own(a_request(origin="http://desk.example", host="desk.example"))
    for spelt in ("https://Desk.example", "https://desk.example:443"):
        assert Origins(spelt).is_own(a_request(origin="https://desk.example", host="inside:8080"))
    assert not Origins("https://desk.example:8443").is_own(a_request(origin="https://desk.example", host="x"))
    assert not Origins("https://desk.example:80").is_own(a_request(origin="https://desk.example", host="x"))


@pytest.mark.parametrize("arguments", [[], ["api", "clock"], ["console"]])
def test_an_unknown_process_is_named_with_those_that_there_are(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match=r"api\|publisher\|clock"):
        main(arguments)
