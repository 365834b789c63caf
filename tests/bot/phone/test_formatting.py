import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phone.formatting import KINDS, Formatted, finished, from_html, utf16_length
from bot.phone.refusals import Refusal


def spans(source: str) -> list[tuple[str, str]]:
    """Each entity's type with the text it covers."""
    text, entities = finished(from_html(source))
    units = text.encode("utf-16-le")
    return [
        (e["type"], units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le"))
        for e in entities
    ]


@pytest.mark.parametrize(("tag", "kind"), [(t, k) for t, k in KINDS.items() if t not in "a span"])
def test_each_tag_makes_its_entity(tag: str, kind: str) -> None:
    assert spans(f"so <{tag}>calm</{tag}> now") == [(kind, "calm")]


def test_offsets_count_utf16_units_not_characters() -> None:
    assert spans("😀😀 <b>é😀</b>") == [("bold", "é😀")]
    assert from_html("😀😀 <b>x</b>").entities[0]["offset"] == 5


def test_nested_tags_come_out_longest_first() -> None:
    assert spans("<b>one <i>two</i></b>") == [("bold", "one two"), ("italic", "two")]


def test_references_are_decoded_and_a_bare_ampersand_stays() -> None:
    assert from_html("&lt;b&gt; &amp;amp; &quot; &#233; &#xE9; R&D &copy;").text == (
        '<b> &amp; " é é R&D &copy;'
    )


def test_a_link_keeps_its_address() -> None:
    entity = from_html('<a href="https://example.org/?a=1&amp;b=2">see</a>').entities[0]
    assert (entity["type"], entity["url"]) == ("text_link", "https://example.org/?a=1&b=2")


def test_a_link_to_a_script_is_plain_text() -> None:
    assert from_html('<a href="javascript:alert(1)">see</a>') == Formatted("see", [])


def test_an_expandable_quote_is_told_from_a_plain_one() -> None:
    source = "<blockquote expandable>long</blockquote><blockquote>short</blockquote>"
    assert spans(source) == [("expandable_blockquote", "long"), ("blockquote", "short")]


def test_a_programming_language_is_kept() -> None:
    source = '<pre><code class="language-yaml">a: 1</code></pre>'
    assert from_html(source).entities == [
        {"type": "pre", "offset": 0, "length": 4, "language": "yaml"}
    ]


def test_a_spoiler_may_be_a_span() -> None:
    assert spans('<span class="tg-spoiler">why</span>') == [("spoiler", "why")]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>never closed", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<h1>big</h1>", 'Unsupported start tag "h1" at byte offset 2'),
        ("3 < 4 > 2", 'Unsupported start tag "" at byte offset 2'),
        ("3 < 4", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ],
)
def test_bad_markup_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(Refusal) as refused:
        from_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_outer_white_space_goes_and_entities_shrink_with_it() -> None:
    assert spans("\n <b> calm \n</b> ") == [("bold", "calm")]


def test_commands_and_links_are_found_but_not_inside_code() -> None:
    source = "try /stop or https://example.org/a. <code>/no</code> and/or 1/2"
    assert spans(source) == [
        ("bot_command", "/stop"),
        ("url", "https://example.org/a"),
        ("code", "/no"),
    ]


@given(st.text(alphabet=st.sampled_from("ab😀<>&/\"'= \nexpandablehref"), max_size=60))
def test_any_text_is_either_parsed_within_bounds_or_refused(source: str) -> None:
    try:
        text, entities = finished(from_html(source))
    except Refusal:
        return
    size = utf16_length(text)
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= size for e in entities)


@given(st.text(max_size=200))
def test_escaped_text_comes_out_as_it_went_in(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert from_html(escaped) == Formatted(text, [])
