"""How a post is read, counted and made HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy.local.townsquare.render_html import render_html
from deploy.local.townsquare.text import Handle, Hashtag, Link, Plain, counted_length, pieces
from tests.unit.deploy.townsquare.town import HOME


def html(text: str) -> str:
    return render_html(text, base_url=HOME, mentioned={"@mara": f"{HOME}/@mara"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hi @mara.", [Handle("mara", None, "@mara")]),
        ("@mara@square.test:8090, hi", [Handle("mara", "square.test:8090", "@mara@square.test:8090")]),
        ("mail me@mara.test", []),
        ("see https://x.test/@mara/1?a=b#c.", [Link("https://x.test/@mara/1?a=b#c")]),
        ("(https://x.test/y)", [Link("https://x.test/y")]),
        ("#späti and #1 &#39;", [Hashtag("späti")]),
    ],
)
def test_links_handles_and_hashtags_are_found(text: str, found: list[object]) -> None:
    assert [piece for piece in pieces(text) if not isinstance(piece, Plain)] == found


@given(st.text(alphabet=st.sampled_from("a@#. /:hts\n)é"), max_size=40))
def test_no_sign_of_a_text_is_lost(text: str) -> None:
    said = {Plain: "text", Link: "url", Handle: "text"}
    assert "".join("#" + p.name if isinstance(p, Hashtag) else getattr(p, said[type(p)]) for p in pieces(text)) == text


@pytest.mark.parametrize(
    ("text", "length"),
    [("héllo", 5), ("he\u0301llo", 5), ("👍🏽", 1), ("👩‍👩‍👧", 1), ("🇵🇹🇩🇪", 2), ("❤️", 1), ("@mara@far.example hi", 8)],
)
def test_length_is_counted_as_a_reader_would(text: str, length: int) -> None:
    assert counted_length(text) == length


def test_paragraphs_breaks_and_markup_are_kept_and_escaped() -> None:
    assert html('a <b>\nc & "d"\n\n\ne') == "<p>a &lt;b&gt;<br />c &amp; &quot;d&quot;</p><p>e</p>"


def test_a_known_handle_becomes_a_card_and_an_unknown_one_stays_text() -> None:
    anchor = f'<a href="{HOME}/@mara" class="u-url mention">@<span>mara</span></a>'
    assert html("@mara @eve") == f'<p><span class="h-card" translate="no">{anchor}</span> @eve</p>'


def test_a_link_hides_its_scheme_and_its_tail_and_loses_nothing() -> None:
    told = html("https://www.example.test/a/long/way/to/go?x=1&y=2")

    assert '<span class="invisible">https://www.</span>' in told
    assert '<span class="ellipsis">example.test/a/long/way/to/go?</span>' in told
    assert '<span class="invisible">x=1&amp;y=2</span></a></p>' in told
