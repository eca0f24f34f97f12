"""Edits are seen by who reads again; deletions take their notifications with them."""

from tests.unit.deploy.townsquare.town import StoppedClock, Town


async def test_a_deleted_status_vanishes_with_its_notification(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    status = await town.say(mara, "@brand help")
    path = f"/api/v1/statuses/{status['id']}"

    answer = await town.http.delete(path, headers=mara.headers)

    assert answer.json()["text"] == "@brand help"
    assert "content" not in answer.json()
    assert await town.notifications(brand) == []
    assert (await town.get(path, mara)).status_code == 404
    assert (await town.get(f"{path}/context", mara)).status_code == 404
    assert (await town.get(f"/api/v1/accounts/{mara.id}/statuses", mara)).json() == []
    assert (await town.get(f"/api/v1/accounts/{mara.id}")).json()["statuses_count"] == 0


async def test_the_ledger_still_knows_what_was_deleted(town: Town) -> None:
    mara = await town.person("mara")
    status = await town.say(mara, "oops")
    await town.http.delete(f"/api/v1/statuses/{status['id']}", headers=mara.headers)

    [kept] = (await town.ledger())["statuses"]

    assert (kept["id"], kept["text"]) == (status["id"], "oops")
    assert kept["deleted_at"] is not None


async def test_a_reply_outlives_its_parent_and_forgets_it(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    root = await town.say(mara, "@brand help")
    reply = await town.say(brand, "@mara yes", in_reply_to_id=root["id"])
    await town.http.delete(f"/api/v1/statuses/{root['id']}", headers=mara.headers)

    told = (await town.get(f"/api/v1/statuses/{reply['id']}")).json()

    assert (told["in_reply_to_id"], told["in_reply_to_account_id"]) == (None, mara.id)
    assert (await town.ledger())["statuses"][1]["in_reply_to_id"] == root["id"]


async def test_an_edit_is_seen_and_remembered_and_notifies_only_who_is_newly_mentioned(
    town: Town, clock: StoppedClock
) -> None:
    mara, brand, other = await town.person("mara"), await town.person("brand"), await town.person("other")
    status = await town.say(mara, "@brand hlep")
    path = f"/api/v1/statuses/{status['id']}"
    clock.pass_by(minutes=1)

    edited = await town.http.put(path, data={"status": "@brand @other help"}, headers=mara.headers)

    assert edited.json()["edited_at"] == "2026-11-21T12:01:00.000Z"
    assert (await town.get(path)).json()["content"].endswith("help</p>")
    assert len(await town.notifications(brand)) == len(await town.notifications(other)) == 1
    versions = (await town.get(f"{path}/history")).json()
    assert [version["created_at"][14:16] for version in versions] == ["00", "01"]
    assert versions[0]["content"].endswith("hlep</p>")
    assert (await town.get(f"{path}/source")).json()["text"] == "@brand @other help"


async def test_an_edit_that_changes_nothing_is_no_edit(town: Town) -> None:
    mara = await town.person("mara")
    status = await town.say(mara, "as it was")

    answer = await town.http.put(f"/api/v1/statuses/{status['id']}", json={"status": "as it was"}, headers=mara.headers)

    assert answer.json()["edited_at"] is None


async def test_nobody_touches_what_somebody_else_posted(town: Town) -> None:
    path = f"/api/v1/statuses/{(await town.say(await town.person('mara'), 'mine'))['id']}"
    other = await town.person("other")

    assert (await town.http.put(path, data={"status": "yours"}, headers=other.headers)).status_code == 404
    assert (await town.http.delete(path, headers=other.headers)).status_code == 404
    assert (await town.http.delete(path)).status_code == 401


async def test_an_edit_keeps_to_the_limit(town: Town) -> None:
    mara = await town.person("mara")
    path = f"/api/v1/statuses/{(await town.say(mara, 'short'))['id']}"

    assert (await town.http.put(path, data={"status": "x" * 501}, headers=mara.headers)).status_code == 422
    assert (await town.get(path)).json()["content"] == "<p>short</p>"
