"""Identities are keys of records and documents that exist: these values may never change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.contracts.identity import case_id, customer_key, event_id

PARTS = {
    "network": "mastodon",
    "account_id": "discus@townsquare",
    "native_id": "https://square.example/users/joe/statuses/113513",
    "kind": "created",
    "revision": "0",
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "7ee4f6274c12eb2b8456f056efbae39ec5a617c541595fe2a140d7bfb3b97a2b"),
        ({"kind": "deleted"}, "ceb863c3299fd7099306f3682fe02ebfebfff44fba0904e582220a8504bb7557"),
        ({"revision": "2026-11-21T12:09:30.000Z"}, "642acfbd6a2bf3e8aa4e2c314aa772002b2bb5128fe6879c165c3f3be6d3762b"),
        ({"account_id": "other@townsquare"}, "3bcd247e90f40b0279515c6882175a9dbdd88e65a25e9b053668a11c9e5267f3"),
        ({"native_id": "名 🌷"}, "0b19b1c35d2d6e8c950975a91be9a888c9697e7cf8ac22f44fd0b53984dbba87"),
        ({"network": ""}, "6b45628078b79f34fd9db36c2932aba658437e7185990eb784a370a11870e902"),
    ],
)
def test_event_ids_never_change(change: dict[str, str], expected: str) -> None:
    assert event_id(**{**PARTS, **change}) == expected


@pytest.mark.parametrize(
    ("author_id", "expected"),
    [
        ("https://square.example/users/joe", "discus/mastodon/https://square.example/users/joe"),
        ("did:plc:ewvi7nxzyoun6zhxrhs64oiz", "discus/mastodon/did:plc:ewvi7nxzyoun6zhxrhs64oiz"),
        ("Ünïcode/名", "discus/mastodon/Ünïcode/名"),
        (None, "discus/mastodon/~post-1"),
        ("", "discus/mastodon/~post-1"),
    ],
)
def test_customer_keys_never_change(author_id: str | None, expected: str) -> None:
    found = customer_key(brand="discus", network="mastodon", author_id=author_id, native_id="post-1")

    assert found == expected


@pytest.mark.parametrize(
    ("opening_event_id", "expected"),
    [
        ("7ee4f6274c12eb2b8456f056efbae39ec5a617c541595fe2a140d7bfb3b97a2b", "c-bee7170e001f402c0353"),
        ("", "c-42aaf7f560851b6d9f7a"),
        ("名", "c-2c65415a126a406a2fcc"),
    ],
)
def test_case_ids_never_change(opening_event_id: str, expected: str) -> None:
    assert case_id(opening_event_id) == expected


_text = st.text(st.characters(codec="utf-8", exclude_characters="\x1f"), max_size=8)
_parts = st.fixed_dictionaries(dict.fromkeys(PARTS, _text))


@given(_parts, _parts)
def test_two_events_have_one_id_only_when_all_their_parts_agree(one: dict[str, str], other: dict[str, str]) -> None:
    assert (event_id(**one) == event_id(**other)) == (one == other)


def test_the_border_between_two_parts_counts() -> None:
    """`ab` + `c` is not `a` + `bc`."""
    assert event_id(**{**PARTS, "kind": "ab", "revision": "c"}) != event_id(**{**PARTS, "kind": "a", "revision": "bc"})
