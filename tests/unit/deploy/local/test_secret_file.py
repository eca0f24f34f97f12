"""The secrets of the local stack."""

import base64
import stat
from pathlib import Path

from argon2 import PasswordHasher

from deploy.local.secret_file import (
    MADE_HERE,
    PASSWORDS,
    TOWNSQUARE_TOKEN,
    ensure_secrets,
    for_processes,
    read_secrets,
    secrets_path,
)


def test_secrets_are_made_once(tmp_path: Path) -> None:
    first = ensure_secrets(tmp_path)

    assert ensure_secrets(tmp_path) == first == read_secrets(tmp_path)
    assert set(first) == {*MADE_HERE, *PASSWORDS}


def test_two_data_folders_share_no_secret(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()

    assert not set(ensure_secrets(tmp_path).values()) & set(ensure_secrets(tmp_path / "other").values())


def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    ensure_secrets(tmp_path)

    assert stat.S_IMODE(secrets_path(tmp_path).stat().st_mode) == 0o600


def test_a_webhook_secret_has_the_form_of_standard_webhooks(tmp_path: Path) -> None:
    prefix, _, encoded = ensure_secrets(tmp_path)["EARSHOT_SECRET_HELPDESK"].partition("_")

    assert prefix == "whsec"
    assert len(base64.b64decode(encoded, validate=True)) == 32


def test_a_new_token_of_the_town_square_replaces_the_old_and_nothing_else(tmp_path: Path) -> None:
    before = ensure_secrets(tmp_path, {TOWNSQUARE_TOKEN: "old"})

    after = ensure_secrets(tmp_path, {TOWNSQUARE_TOKEN: "new"})

    assert after == before | {TOWNSQUARE_TOKEN: "new"}


def test_what_a_person_added_stays(tmp_path: Path) -> None:
    secrets_path(tmp_path).write_text("# mine\nMINE=kept=as it is\n")

    assert ensure_secrets(tmp_path)["MINE"] == "kept=as it is"
    assert read_secrets(tmp_path)["MINE"] == "kept=as it is"


def test_processes_are_given_hashes_and_people_have_the_passwords(tmp_path: Path) -> None:
    made = ensure_secrets(tmp_path)

    given = for_processes(made)

    assert set(given) == {*MADE_HERE, *PASSWORDS.values()}
    assert not set(given.values()) & {made[name] for name in PASSWORDS}
    for name, kept_as in PASSWORDS.items():
        assert len(made[name]) >= 12
        assert PasswordHasher().verify(given[kept_as], made[name])
