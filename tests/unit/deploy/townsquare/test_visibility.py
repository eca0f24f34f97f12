"""Who may see what."""

import pytest

from tests.unit.deploy.townsquare.town import Town


@pytest.mark.parametrize(
    ("visibility", "stranger", "mentioned"),
    [("public", 200, 200), ("unlisted", 200, 200), ("private", 404, 200), ("direct", 404, 200)],
)
async def test_private_and_direct_are_for_the_author_and_those_mentioned(
    town: Town, visibility: str, stranger: int, mentioned: int
) -> None:
    mara, brand, other = await town.person("mara"), await town.person("brand"), await town.person("other")
    status = await town.say(mara, "@brand hello", visibility=visibility)
    path = f"/api/v1/statuses/{status['id']}"

    assert (await town.get(path)).status_code == stranger
    assert (await town.get(path, other)).status_code == stranger
    assert (await town.get(path, brand)).status_code == mentioned
    assert (await town.get(path, mara)).status_code == 200


async def test_an_accounts_statuses_are_those_the_viewer_may_see(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    for visibility in ("public", "unlisted", "private", "direct"):
        await town.say(mara, "to myself", visibility=visibility)
    await town.say(mara, "@brand in private", visibility="direct")
    path = f"/api/v1/accounts/{mara.id}/statuses"

    assert [len((await town.get(path, who)).json()) for who in (None, brand, mara)] == [2, 3, 5]


async def test_a_context_hides_what_the_viewer_may_not_see(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    root = await town.say(mara, "@brand help")
    public = await town.say(brand, "@mara of course", in_reply_to_id=root["id"])
    direct = await town.say(brand, "@mara your code is 1", in_reply_to_id=root["id"], visibility="direct")
    below = await town.say(mara, "thanks", in_reply_to_id=public["id"])
    path = f"/api/v1/statuses/{root['id']}/context"

    def ids(told: list[dict[str, str]]) -> list[str]:
        return [status["id"] for status in told]

    assert ids((await town.get(path)).json()["descendants"]) == ids([public, below])
    assert ids((await town.get(path, mara)).json()["descendants"]) == ids([public, below, direct])
    context = (await town.get(f"/api/v1/statuses/{below['id']}/context")).json()
    assert ids(context["ancestors"]) == ids([root, public])


async def test_one_cannot_reply_to_what_one_cannot_see(town: Town) -> None:
    mara, other = await town.person("mara"), await town.person("other")
    secret = await town.say(mara, "dear diary", visibility="direct")

    assert (await town.try_to_say(other, "I read it", in_reply_to_id=secret["id"])).status_code == 404


async def test_a_wrong_token_is_refused_even_where_none_is_needed(town: Town) -> None:
    status = await town.say(await town.person("mara"), "Hello.")

    answer = await town.http.get(f"/api/v1/statuses/{status['id']}", headers={"Authorization": "Bearer wrong"})

    assert answer.status_code == 401
