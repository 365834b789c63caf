"""Text is escaped, cut only where it must be, and never loses a word."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.markup import Run, block, bold, italic, pages, spoken, units
from bot.phone.formatting import from_html

RUNS = st.builds(Run, st.text(max_size=60), st.sampled_from(["", "b", "i"]))
BLOCKS = st.builds(
    lambda runs, wrap: block(*runs, wrap=wrap),
    st.lists(RUNS, max_size=4),
    st.sampled_from(["", "quote", "folded"]),
)


def plain(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


@given(st.lists(BLOCKS, max_size=6), st.integers(8, 90))
def test_every_page_fits_and_no_character_but_spaces_is_lost(blocks, limit):
    made = pages(blocks, limit)
    assert all(0 < units(from_html(page).text) <= limit for page in made)
    given_text = "".join(run.text for whole in blocks for run in whole.runs)
    assert "".join("".join(map(plain, made)).split()) == "".join(given_text.split())


def test_markup_in_somebodys_words_stays_words():
    assert pages([block("<b>&amp;</b>")]) == ["&lt;b&gt;&amp;amp;&lt;/b&gt;"]


def test_blocks_that_fit_share_a_message():
    blocks = [block(bold("Title"), "\nwords"), block(italic("seen"), wrap="quote"), block("")]
    assert pages(blocks) == ["<b>Title</b>\nwords\n<blockquote><i>seen</i></blockquote>"]


def test_a_long_block_is_cut_between_words():
    first, second = pages([block("word " * 900)])
    assert first.endswith("word") and second.startswith("word")


def test_emoji_count_twice():
    assert [units(page) for page in pages([block("🙂" * 3000)])] == [4096, 1904]


@pytest.mark.parametrize(
    ("saying", "runs"),
    [
        ("Go away.", (Run("Go away."),)),
        ("*He waits.*", (Run("He waits.", "i"),)),
        ("*He nods.* Fine.", (Run("He nods.", "i"), Run(" Fine."))),
        ("5 * 3 is 15", (Run("5 * 3 is 15"),)),
        ("", ()),
    ],
)
def test_actions_in_asterisks_are_italic(saying, runs):
    assert spoken(saying) == runs
