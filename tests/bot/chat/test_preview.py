"""The page on which a whole scenario can be read through."""

import html
import re
from dataclasses import replace

import pytest

from bot.chat.preview import preview
from dialogues.coverage import pools_of
from dialogues.library import Library
from dialogues.play import LANGS
from dialogues.prepared import draw, prepare
from dialogues.sayings import fill

NAMES = ("er_waiting_room", "bridge_rail")


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_both_languages_is_on_the_page(name):
    play = Library().load(name)
    page = html.unescape(preview(play, seed=4))
    drawn = draw(play.scenario, 4)
    for lang in LANGS:
        for place, pool in pools_of(prepare(play, lang)):
            for saying in pool:
                assert place == "opening" or fill(saying.text, drawn) in page
        words = play.words[lang]
        for ending in words.endings.values():
            assert fill(ending.felt, drawn) in page


@pytest.mark.parametrize("name", NAMES)
def test_it_stands_alone_and_leaves_nothing_to_fill(name):
    page = preview(Library().load(name))
    assert not re.search(r"(?:src|href)=|https?:", page)
    body = page.partition("<body>")[2]
    assert not re.search(r"\{\w+\}", body)


def test_good_and_poor_lines_are_told_apart():
    page = preview(Library().load("er_waiting_room"))
    assert page.count('class="row good"') > 20 < page.count('class="row poor"')


def test_what_an_author_writes_cannot_become_markup():
    play = Library().load("er_waiting_room")
    words = play.words["en"].model_copy(update={"puzzled": "<b>What</b> & why?\n"})
    hostile = replace(play, hash="x", words={**play.words, "en": words})
    assert "&lt;b&gt;What&lt;/b&gt; &amp; why?" in preview(hostile)
