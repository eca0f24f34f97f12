"""What a person with a browser sees."""

from tests.unit.deploy.townsquare.town import StoppedClock, Town


async def test_the_answer_stands_below_the_complaint(town: Town, clock: StoppedClock) -> None:
    mara, brand = await town.person("mara"), await town.person("brand", brand=True)
    complaint = await town.say(mara, "@brand where is my parcel?")
    assert "waiting for @brand" in (await town.get("/")).text
    clock.pass_by(seconds=41)
    await town.say(mara, "Nice weather.")
    await town.say(brand, "@mara it comes today", in_reply_to_id=complaint["id"])

    page = (await town.get("/")).text

    assert page.index("where is my parcel?") < page.index("it comes today") < page.index("Nice weather.")
    assert "@brand answered after 41 s" in page
    assert "waiting for" not in page
    assert page.count('<span class="badge">Brand</span>') == 1


async def test_only_what_is_public_begins_a_thread_and_nothing_private_is_shown(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand", brand=True)
    root = await town.say(mara, "@brand hello")
    await town.say(brand, "@mara seen by all", in_reply_to_id=root["id"], visibility="unlisted")
    await town.say(brand, "@mara a secret", in_reply_to_id=root["id"], visibility="direct")
    await town.say(mara, "not on the timeline", visibility="unlisted")

    page = (await town.get("/")).text

    assert "seen by all" in page
    assert "a secret" not in page
    assert "not on the timeline" not in page


async def test_what_people_write_is_escaped_everywhere(town: Town) -> None:
    eve = await town.person("eve", display_name="<i>Eve</i>")
    await town.say(eve, "<script>alert(1)</script>", spoiler_text="<b>careful</b>")

    page = await town.get("/")

    assert "<script>alert" not in page.text
    assert "<b>careful" not in page.text
    assert "<i>Eve" not in page.text
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]


async def test_a_statuses_url_and_a_profile_lead_to_a_page(town: Town) -> None:
    mara = await town.person("mara", followers=1234)
    status = await town.say(mara, "Hello there.")

    assert "Hello there." in (await town.get(status["url"])).text
    assert "1,234 followers" in (await town.get(status["account"]["url"])).text
    assert (await town.get(status["account"]["avatar"])).headers["Content-Type"].startswith("image/svg+xml")
    assert (await town.get("/@nobody")).status_code == 404


async def test_an_empty_square_says_so_and_brings_its_own_looks(town: Town) -> None:
    assert "quiet" in (await town.get("/")).text
    for name in ("square.css", "refresh.js", "icon.svg", "header.svg"):
        assert (await town.get(f"/assets/{name}")).status_code == 200
    assert (await town.get("/assets/schema.py")).status_code == 404
