"""The supervisors' pages: for them only, within their brands, and hostile words are text."""

from dataclasses import replace
from datetime import timedelta

import httpx2
import pytest

from services.respond.store.quarantine import Quarantine
from shared.case.state.case import Case
from shared.case.state.parts import Customer, Notice
from tests.builders import NOON, a_case
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.quarantine.test_fixing import a_broken_letter
from tests.integration.respond.today.test_report import answered, asked, ticked
from tests.unit.services.respond.api.test_keeping import a_letter

HOSTILE = "<script>alert(1)</script></textarea>\u202e"


async def page(client: httpx2.AsyncClient, path: str, *, status: int = 200) -> str:
    """The page that a browser gets."""
    answer = await client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == status, (path, answer.text)
    return answer.text


async def test_pages_of_supervisors_are_not_for_others_and_not_in_their_rail(
    mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    for path in ("/today", "/audit"):
        assert "only supervisors" in await page(joris, path, status=403)
        assert f'href="{path}"' not in await page(joris, "/notices")
        assert f'href="{path}"' in await page(mira, "/notices")
        await page(mira, path)


async def test_today_is_drawn_without_a_script_and_told_in_words_and_a_table_too(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    await site.opened(
        answered(asked("in-time", hours_ago=3), minutes=20),
        ticked(asked("late", hours_ago=2), NOON),
        a_case(brand="quay"),
    )

    shown = await page(mira, "/today")

    assert "First answer: 1 in time, 1 late and open, 1 running" in shown
    assert "<strong>50 %</strong>" in shown
    assert "Cases opened by the hour: 3" in shown
    assert '<th scope="row">09:00</th><td>1</td><td>1</td><td>0</td>' in shown
    assert "style=" not in shown
    assert "First answer: 1 running" in await page(mira, "/today?brand=quay")


@pytest.mark.parametrize("path", ["/today", "/today?zone=Asia/Kathmandu&brand=", "/audit", "/notices", "/quarantine"])
async def test_where_nothing_happened_yet_the_page_says_so(mira: httpx2.AsyncClient, path: str) -> None:
    shown = await page(mira, path)

    assert any(words in shown for words in ("nothing was due yet", "Nothing"))


async def test_the_audit_page_says_in_words_who_did_what_and_how_it_ended(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = a_case()
    await site.opened(case)
    await mira.post(f"/v1/cases/{case.id}/claim")
    await joris.post(f"/v1/cases/{case.id}/claim")
    await joris.post("/v1/cases/<b>not an id/claim")

    shown = await page(mira, "/audit")
    joris_only = await page(mira, "/audit?by=joris")

    assert shown.count(">Claim<") == 3
    assert (shown.count(">Done<"), shown.count(">Not possible<"), shown.count(">Not there<")) == (1, 1, 1)
    assert "<b>not" not in shown
    assert "--head 6:" in shown
    assert (joris_only.count('class="entry"'), joris_only.count(">Done<")) == (2, 0)


async def test_the_audit_page_comes_in_pages_that_keep_the_filter(site: Site, mira: httpx2.AsyncClient) -> None:
    for _ in range(51):
        await mira.post("/v1/cases/c-1/claim")

    first = await page(mira, "/audit?case=c-1")
    following = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")

    assert "case=c-1" in following
    assert (await page(mira, following)).count('class="entry"') == 1


async def test_notices_are_those_one_was_told_of_newest_first(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    def noticed(author: str, about: str, *, to: str | None, hours: int) -> Case:
        notice = Notice(at=NOON - timedelta(hours=hours), about=about, changed_in=1, to=to)
        return replace(a_case(author=author, customer=Customer(handle=author)), notices=(notice,))

    await site.opened(
        noticed("joe", "first_response breach", to=None, hours=1),
        noticed("ann", "resolution warn", to="joris", hours=2),
        noticed(HOSTILE, "next_response breach", to="joris", hours=24 * 6),
    )

    shown, others = await page(joris, "/notices"), await page(mira, "/notices")

    assert "@joe" not in shown
    assert shown.index("@ann") < shown.index("@&lt;script&gt;")
    assert "<script>alert" not in shown
    assert "Due soon" in shown
    assert "@joe" in others
    assert "First answer to" in others
    assert "@ann" not in others


async def test_a_letter_is_offered_for_correction_to_supervisors_only_and_its_words_are_text(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await Quarantine(site.database).keep(
        [(a_broken_letter("l-1", reason=HOSTILE, detail=HOSTILE), "discus"), (a_letter("l-2"), "discus")]
    )

    shown = await page(mira, "/quarantine/l-1")

    assert '<textarea id="value"' in shown
    assert "&#34;classified_at&#34;: &#34;tomorrow&#34;\n}</textarea>" in shown
    assert "<script>alert" not in shown
    assert "<textarea" not in await page(joris, "/quarantine/l-1")
    assert "<textarea" not in await page(mira, "/quarantine/l-2")  # these bytes are no text


async def test_letters_of_one_reason_can_be_replayed_by_supervisors(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    letters = [a_letter(f"l-{number}", reason=f"a bug {HOSTILE}") for number in range(2)]
    await Quarantine(site.database).keep([(one, "discus") for one in letters])

    assert "data-replay-all" in await page(mira, "/quarantine")
    assert "data-replay-all" not in await page(joris, "/quarantine")
    assert "<script>alert" not in await page(mira, "/quarantine")
