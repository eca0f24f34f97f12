"""What the ledger says is what happened."""

import ast
from pathlib import Path

import deploy.local.townsquare
from tests.unit.deploy.townsquare.town import Town


async def test_every_request_is_written_down_with_what_it_did(town: Town) -> None:
    mara = await town.person("mara")
    status = await town.say(mara, "Hello.", key="k")
    await town.say(mara, "Hello.", key="k")
    await town.try_to_say(mara, "x" * 501, in_reply_to_id=status["id"])
    await town.get(f"/api/v1/statuses/{status['id']}", mara)
    await town.http.put(f"/api/v1/statuses/{status['id']}", data={"status": "Hi."}, headers=mara.headers)
    await town.http.delete(f"/api/v1/statuses/{status['id']}", headers=mara.headers)
    await town.http.post("/api/v1/statuses", data={"status": "I am nobody"})

    requests = (await town.ledger())["requests"]

    said = [(r["seq"], r["method"], r["account"], r["effect"], r["outcome"]) for r in requests]
    assert said == [
        (1, "POST", "mara", "posted", "200"),
        (2, "POST", "mara", "replayed", "200"),
        (3, "POST", "mara", None, "422"),
        (4, "GET", "mara", None, "200"),
        (5, "PUT", "mara", "edited", "200"),
        (6, "DELETE", "mara", "deleted", "200"),
        (7, "POST", None, None, "401"),
    ]
    assert requests[0]["idempotency_key"] == "k"
    assert requests[2]["in_reply_to_id"] == status["id"]
    assert {r["status_id"] for r in requests if r["effect"]} == {status["id"]}


async def test_a_status_names_the_request_that_made_it_and_its_earlier_texts(town: Town) -> None:
    mara = await town.person("mara")
    status = await town.say(mara, "first", key="k")
    await town.http.put(f"/api/v1/statuses/{status['id']}", data={"status": "second"}, headers=mara.headers)
    await town.http.post("/_square/posts", json={"username": "mara", "text": "from the stage door"})

    posted, staged = (await town.ledger())["statuses"]

    assert (posted["request_seq"], posted["idempotency_key"], posted["account"]) == (1, "k", "mara")
    assert (posted["text"], [earlier["text"] for earlier in posted["earlier"]]) == ("second", ["first"])
    assert staged["request_seq"] is None


async def test_reads_can_be_left_out_of_the_ledger(town: Town) -> None:
    await town.get("/api/v2/instance")
    await town.say(await town.person("mara"), "Hello.")

    told = (await town.http.get("/_square/ledger?requests=writes")).json()

    assert [request["method"] for request in told["requests"]] == ["POST"]


def test_the_witness_shares_no_code_with_earshot() -> None:
    imported: set[str] = set()
    for module in Path(deploy.local.townsquare.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module or "")

    assert not {name for name in imported if name.partition(".")[0] in {"shared", "services"}}
    assert {name for name in imported if name.startswith("deploy")} == {
        name for name in imported if name.startswith("deploy.local.townsquare")
    }
