"""The door through which tests set the scene."""

from tests.unit.deploy.townsquare.town import Town


async def test_an_account_is_made_once_and_keeps_its_token(town: Town) -> None:
    first = await town.person("brand", display_name="Brand", followers=10)

    again = await town.person("Brand", followers=20)

    assert again == first
    told = (await town.get(f"/api/v1/accounts/{first.id}")).json()
    assert (told["display_name"], told["followers_count"]) == ("Brand", 20)


async def test_a_token_may_be_chosen_but_not_taken(town: Town) -> None:
    assert (await town.person("brand", token="chosen-token")).token == "chosen-token"

    answer = await town.http.post("/_square/accounts", json={"username": "other", "token": "chosen-token"})

    assert answer.status_code == 422


async def test_posts_come_in_bulk_with_times_of_their_own_and_notify(town: Town) -> None:
    brand, _ = await town.person("brand"), await town.person("mara")
    posts = [
        {"username": "mara", "text": "@brand one", "created_at": "2026-11-20T08:00:00+01:00"},
        {"username": "mara", "text": "@brand two", "visibility": "direct"},
    ]

    told = (await town.http.post("/_square/posts", json=posts)).json()

    assert told[0]["created_at"] == "2026-11-20T07:00:00.000Z"
    assert [each["status"]["id"] for each in await town.notifications(brand)] == [told[1]["id"], told[0]["id"]]


async def test_a_brand_answers_at_the_door_as_in_the_networks_own_app(town: Town) -> None:
    brand, mara = await town.person("brand"), await town.person("mara")
    asked = await town.say(mara, "@brand where is it?", visibility="direct")
    post = {"username": "brand", "text": "@mara on its way", "in_reply_to_id": asked["id"], "visibility": "direct"}

    answer = (await town.http.post("/_square/posts", json=post)).json()

    [told] = (await town.get(f"/api/v1/accounts/{brand.id}/statuses", brand)).json()
    assert (told["id"], told["in_reply_to_account_id"], told["visibility"]) == (answer["id"], mara.id, "direct")
    assert [each["status"]["id"] for each in await town.notifications(mara)] == [answer["id"]]


async def test_of_a_bulk_with_one_bad_post_nothing_is_posted(town: Town) -> None:
    await town.person("mara")
    posts = [{"username": "mara", "text": "fine"}, {"username": "nobody", "text": "who?"}]

    assert (await town.http.post("/_square/posts", json=posts)).status_code == 404
    assert (await town.ledger())["statuses"] == []


async def test_a_typo_is_refused_with_its_place(town: Town) -> None:
    answer = await town.http.post("/_square/faults", json={"kind": "slow", "hodl": 3})

    assert answer.status_code == 422
    assert "hodl" in answer.json()["error"]
    assert (await town.http.post("/_square/accounts", json={"username": "no spaces"})).status_code == 422


async def test_idempotency_is_switched_at_the_door(town: Town) -> None:
    answer = await town.http.post("/_square/settings", json={"idempotency": "ignored"})

    assert answer.json()["idempotency"] == "ignored"
    assert (await town.ledger())["settings"]["idempotency"] == "ignored"


async def test_a_reset_forgets_everything_but_lets_ids_go_on(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    await town.say(mara, "@brand before")
    [before] = await town.notifications(brand)
    await town.arm("slow")

    await town.http.post("/_square/reset", json={"keep_accounts": True})

    assert (await town.ledger())["statuses"] == []
    assert (await town.http.get("/_square/faults")).json() == []
    await town.say(mara, "@brand after")
    assert len(await town.notifications(brand, min_id=before["id"])) == 1
    await town.http.post("/_square/reset")
    assert (await town.ledger())["accounts"] == []
    assert (await town.get("/api/v1/notifications", brand)).status_code == 401
