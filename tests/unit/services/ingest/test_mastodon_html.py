"""What was written comes back out of the HTML, with what is meant in its place."""

import time
import unicodedata
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.ingest.domain.mastodon_html import plain_text

MENTION = (
    '<span class="h-card" translate="no"><a href="https://h.example/@ann" class="u-url mention">'
    "@<span>ann</span></a></span>"
)
HASHTAG = '<a href="https://h.example/tags/fail" class="mention hashtag" rel="tag">#<span>Fail</span></a>'
LINK = (
    '<a href="https://www.dhl.example/track?id=4711&amp;x=1" rel="nofollow"><span class="invisible">https://www.</span>'
    '<span class="ellipsis">dhl.example/track</span><span class="invisible">?id=4711&amp;x=1</span></a>'
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain", "plain"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one<br>two<br />three</p>", "one\ntwo\nthree"),
        ("<P>ONE<BR/>two</P>", "ONE\ntwo"),
        ("<p>a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#x27; &euro;</p>", "a <b> & \"c\" 'd' €"),
        ("<p>1 < 2 and 3 > 2</p>", "1 < 2 and 3 > 2"),
        (f"<p>{MENTION} hello</p>", "@ann hello"),
        (f"<p>see {LINK}</p>", "see https://www.dhl.example/track?id=4711&x=1"),
        ("<ul><li>one</li><li>two</li></ul><p>end</p>", "- one\n- two\n\nend"),
        ("<p>a</p><script>alert(1)</script><p>b</p>", "a\n\nb"),
        ("<p>a<!-- hidden --> b</p>", "a b"),
        ("<p>a</p><p><br></p>", "a"),
        ("<blockquote>said</blockquote>no", "said\n\nno"),
        ('<p class="quote-inline">RE: <a href="https://h.example/1">h.example/1</a></p><p>so true</p>', "so true"),
        ("<p>unclosed <b>bold", "unclosed bold"),
        ("a\0b", "a\ufffdb"),
        ("<p>cafe\u0301</p>", "caf\u00e9"),
    ],
)
def test_text_comes_back_as_it_was_written(html: str, text: str) -> None:
    assert plain_text(html)[0] == text


def test_mentions_hashtags_and_links_keep_their_places_in_code_points() -> None:
    text, entities = plain_text(
        f"<p>\U0001f4e6 e\u0301 {MENTION} {HASHTAG}</p><p>{LINK}</p>",
        identities={"https://h.example/@ann": "https://h.example/users/ann"},
    )

    assert [(one.type, text[one.start : one.end], one.target_id) for one in entities] == [
        ("mention", "@ann", "https://h.example/users/ann"),
        ("hashtag", "#Fail", "fail"),
        ("link", "https://www.dhl.example/track?id=4711&x=1", None),
    ]
    assert [one.url for one in entities] == [
        "https://h.example/@ann",
        "https://h.example/tags/fail",
        "https://www.dhl.example/track?id=4711&x=1",
    ]


def test_a_link_without_words_has_no_place() -> None:
    assert plain_text('<p>a <a href="https://h.example"></a></p>') == ("a", ())


@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_escaped_text_comes_back_composed(text: str) -> None:
    assert plain_text(escape(text))[0] == unicodedata.normalize("NFC", text.rstrip())


@given(html=st.text(st.sampled_from("<>/a &#;!-\"'=phref b\n"), max_size=300))
def test_whatever_comes_is_read_and_its_entities_lie_inside(html: str) -> None:
    text, entities = plain_text(html)

    assert all(0 <= one.start < one.end <= len(text) for one in entities)


@pytest.mark.parametrize("piece", ["<!--", "<a", '<a href="', "</", "<" + "a" * 50, "<a " + "b" * 50, "<a x=' ", "<p>"])
def test_reading_takes_a_time_that_grows_with_the_length_alone(piece: str) -> None:
    """256 KB of the worst: generous for a busy machine, and far from the minutes that a quadratic reading takes."""
    started = time.perf_counter()
    plain_text(piece * (262_144 // len(piece)))

    assert time.perf_counter() - started < 20
