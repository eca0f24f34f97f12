"""Who somebody is, and what the server is."""

from tests.unit.deploy.townsquare.town import HOME, Town


async def test_the_server_tells_its_limits_in_both_versions(town: Town) -> None:
    for version in ("v1", "v2"):
        told = (await town.get(f"/api/{version}/instance")).json()
        limits = told["configuration"]["statuses"]
        assert told["title"] == "Town Square"
        assert (limits["max_characters"], limits["characters_reserved_per_url"]) == (500, 23)


async def test_an_account_is_told_to_itself_and_found_by_name_and_by_id(town: Town) -> None:
    mara = await town.person("mara", display_name="Mara L.", followers=7, bot=False)

    own = (await town.get("/api/v1/accounts/verify_credentials", mara)).json()
    found = (await town.get("/api/v1/accounts/lookup", acct="Mara@square.test")).json()

    assert own["source"]["privacy"] == "public"
    assert found == (await town.get(f"/api/v1/accounts/{mara.id}")).json()
    assert found.items() <= own.items()
    assert (found["acct"], found["display_name"], found["url"]) == ("mara", "Mara L.", f"{HOME}/@mara")
    assert (found["followers_count"], found["bot"], found["created_at"]) == (7, False, "2026-11-21T00:00:00.000Z")


async def test_who_is_not_here_is_not_found(town: Town) -> None:
    await town.person("mara")

    for acct in ("eve", "mara@elsewhere.test", ""):
        assert (await town.get("/api/v1/accounts/lookup", acct=acct)).status_code == 404
    assert (await town.get("/api/v1/accounts/x")).json() == {"error": "Record not found"}
    assert (await town.get("/api/v1/accounts/verify_credentials")).status_code == 401


async def test_an_accounts_statuses_come_newest_first_in_pages(town: Town) -> None:
    mara, eve = await town.person("mara"), await town.person("eve")
    ids = [(await town.say(mara, str(number)))["id"] for number in range(5)]
    await town.say(mara, "a reply", in_reply_to_id=(await town.say(eve, "Hello?"))["id"])
    path = f"/api/v1/accounts/{mara.id}/statuses"

    first = await town.get(path, limit=2, exclude_replies="true")
    older = (await town.get(path, limit=2, max_id=ids[3])).json()
    above = (await town.get(path, limit=2, min_id=ids[0])).json()

    assert [status["id"] for status in first.json()] == [ids[4], ids[3]]
    assert f"max_id={ids[3]}" in first.headers["Link"]
    assert [status["id"] for status in older] == [ids[2], ids[1]]
    assert [status["id"] for status in above] == [ids[2], ids[1]]


async def test_the_newest_above_an_id_are_not_those_immediately_above_it(town: Town) -> None:
    mara = await town.person("mara")
    ids = [(await town.say(mara, str(number)))["id"] for number in range(5)]
    path = f"/api/v1/accounts/{mara.id}/statuses"

    newest = (await town.get(path, limit=2, since_id=ids[0])).json()
    next_ones = (await town.get(path, limit=2, min_id=ids[0])).json()

    assert [status["id"] for status in newest] == [ids[4], ids[3]]
    assert [status["id"] for status in next_ones] == [ids[2], ids[1]]


async def test_a_page_of_statuses_holds_twenty_and_forty_at_most(town: Town) -> None:
    mara = await town.person("mara")
    for number in range(45):
        await town.say(mara, str(number))
    path = f"/api/v1/accounts/{mara.id}/statuses"

    assert len((await town.get(path)).json()) == 20
    assert len((await town.get(path, limit=80)).json()) == 40


async def test_an_account_sees_its_own_direct_answers_and_strangers_do_not(town: Town) -> None:
    brand, mara, eve = await town.person("brand"), await town.person("mara"), await town.person("eve")
    asked = await town.say(mara, "@brand where is it?", visibility="direct")
    answer = await town.say(brand, "@mara on its way", in_reply_to_id=asked["id"], visibility="direct")
    path = f"/api/v1/accounts/{brand.id}/statuses"

    for who, told in ((brand, [answer["id"]]), (mara, [answer["id"]]), (eve, []), (None, [])):
        seen = (await town.get(path, who, exclude_reblogs="true")).json()
        assert [status["id"] for status in seen] == told


async def test_without_replies_an_account_still_tells_what_it_answered_itself(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    first = await town.say(brand, "We look into it.")
    second = await town.say(brand, "It is mended.", in_reply_to_id=first["id"])
    asked = await town.say(mara, "@brand really?")
    await town.say(brand, "@mara yes", in_reply_to_id=asked["id"])

    told = (await town.get(f"/api/v1/accounts/{brand.id}/statuses", exclude_replies="true")).json()

    assert [status["id"] for status in told] == [second["id"], first["id"]]


async def test_nothing_is_pinned_and_nothing_has_pictures(town: Town) -> None:
    mara = await town.person("mara")
    await town.say(mara, "Hello.")

    path = f"/api/v1/accounts/{mara.id}/statuses"

    assert (await town.get(path, pinned="true")).json() == []
    assert (await town.get(path, only_media="true")).json() == []
