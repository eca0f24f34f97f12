"""What is posted is told as Mastodon tells it, and what Mastodon refuses is refused."""

import pytest

from tests.unit.deploy.townsquare.town import HOME, Town


async def test_a_reply_is_told_with_its_parent_its_mentions_and_its_addresses(town: Town) -> None:
    mara, brand = await town.person("mara", display_name="Mara L."), await town.person("brand")
    complaint = await town.say(mara, "@brand where is it? #late")

    reply = await town.say(brand, "@mara on its way", in_reply_to_id=complaint["id"], language="de")

    assert (reply["in_reply_to_id"], reply["in_reply_to_account_id"]) == (complaint["id"], mara.id)
    assert reply["mentions"] == [{"id": mara.id, "username": "mara", "url": f"{HOME}/@mara", "acct": "mara"}]
    assert reply["uri"] == f"{HOME}/users/brand/statuses/{reply['id']}"
    assert reply["url"] == f"{HOME}/@brand/{reply['id']}"
    assert (reply["created_at"], reply["edited_at"]) == ("2026-11-21T12:00:00.000Z", None)
    assert (reply["language"], reply["visibility"], reply["sensitive"]) == ("de", "public", False)
    assert complaint["tags"] == [{"name": "late", "url": f"{HOME}/tags/late"}]
    assert complaint["account"]["display_name"] == "Mara L."
    assert int(reply["id"]) > int(complaint["id"])


async def test_who_goes_on_below_their_own_reply_still_answers_the_other(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    complaint = await town.say(mara, "@brand where is it?")
    first = await town.say(brand, "@mara on its way (1/2)", in_reply_to_id=complaint["id"])

    second = await town.say(brand, "@mara with you tomorrow (2/2)", in_reply_to_id=first["id"])

    assert (second["in_reply_to_id"], second["in_reply_to_account_id"]) == (first["id"], mara.id)


async def test_who_answers_a_post_of_their_own_answers_themselves(town: Town) -> None:
    brand = await town.person("brand")
    first = await town.say(brand, "We look into it.")

    second = await town.say(brand, "It is mended.", in_reply_to_id=first["id"])

    assert second["in_reply_to_account_id"] == brand.id


async def test_a_form_a_json_object_and_a_multipart_form_post_the_same(town: Town) -> None:
    mara = await town.person("mara")
    said = {"status": "Hello.", "visibility": "unlisted", "sensitive": "true"}
    answers = [
        await town.http.post("/api/v1/statuses", data=said, headers=mara.headers),
        await town.http.post(
            "/api/v1/statuses", json={**said, "sensitive": True, "media_ids": []}, headers=mara.headers
        ),
        await town.http.post(
            "/api/v1/statuses", files={name: (None, value) for name, value in said.items()}, headers=mara.headers
        ),
    ]

    told = [(a.json()["content"], a.json()["visibility"], a.json()["sensitive"]) for a in answers]
    assert told == [("<p>Hello.</p>", "unlisted", True)] * 3


@pytest.mark.parametrize("text", ["x" * 501, "", " \n"])
async def test_a_text_too_long_or_blank_is_refused_and_not_kept(town: Town, text: str) -> None:
    answer = await town.try_to_say(await town.person("mara"), text)

    assert answer.status_code == 422
    assert answer.json()["error"].startswith("Validation failed: Text")
    assert (await town.ledger())["statuses"] == []


async def test_a_link_counts_twenty_three_signs_however_long(town: Town) -> None:
    mara = await town.person("mara")
    link = f" https://example.test/{'x' * 600}"

    assert (await town.try_to_say(mara, "x" * 476 + link)).status_code == 200
    assert (await town.try_to_say(mara, "x" * 477 + link)).status_code == 422


async def test_a_reply_to_what_is_not_there_is_refused(town: Town) -> None:
    answer = await town.try_to_say(await town.person("mara"), "Hello?", in_reply_to_id="1")

    assert answer.status_code == 404
    assert "reply" in answer.json()["error"]


async def test_an_unknown_visibility_and_a_broken_body_are_refused(town: Town) -> None:
    mara = await town.person("mara")
    broken = {**mara.headers, "Content-Type": "application/json"}

    assert (await town.try_to_say(mara, "Hello.", visibility="secret")).status_code == 422
    assert (await town.http.post("/api/v1/statuses", content=b"{", headers=broken)).status_code == 400


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic eDp5"}])
async def test_nobody_posts_without_a_good_token(town: Town, headers: dict[str, str]) -> None:
    answer = await town.http.post("/api/v1/statuses", data={"status": "Hello."}, headers=headers)

    assert (answer.status_code, answer.json()) == (401, {"error": "The access token is invalid"})


async def test_ids_go_on_increasing_when_the_clock_stands_still(town: Town) -> None:
    mara = await town.person("mara")

    ids = [int((await town.say(mara, "Hello."))["id"]) for _ in range(5)]

    assert ids == sorted(set(ids))
    assert ids[0] > 2**53  # no JavaScript number, and no float: a client must keep them as text
