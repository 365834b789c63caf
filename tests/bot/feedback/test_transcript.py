"""A transcript holds the whole encounter, stands alone, and runs nothing that was typed."""

import json
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bot.feedback.figures import bar, day_in_words, figure
from bot.feedback.rubric.record import of_turns
from bot.feedback.rubric.score import as_data, score
from bot.feedback.transcript import FORMS, as_html, as_json, as_text, file_name, transcript, written
from bot.texts import LANGS, text
from dialogues.catalogue import catalogue_text, version
from dialogues.records import plain
from dialogues.reply import Reply
from dialogues.turn import begin
from state_machines.acts import Move
from tests.bot.feedback.encounters import EN, FR, said, told

PLAYS = {"en": EN, "fr": FR}
NASTY = "</p><script>alert(1)</script> & <img src=x onerror=alert(1)> {{ 7 * 7 }} *no*"
DAY = date(2026, 12, 1)


def made(lang, notes=(), words=NASTY, **how):
    """The transcript of three turns: nasty words, water with open hands, and silence."""
    play = PLAYS[lang]
    moves = (
        Move(said(play, words, "apologise"), {}, ()),
        Move(said(play, "", "open_question"), {"hands": "open"}, ("bring_water",)),
        Move(said(play, ""), {}, ("wait",)),
    )
    _, turns = told(play, *moves)
    scene, opening = begin(play, 3)
    found = score(of_turns(turns, play))
    return transcript(
        opening, turns, play, scene.drawn, found,
        day=DAY, mode="practise", notes=dict(notes), **how,
    )  # fmt: skip


class Page(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.words, self.where = [], [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        self.where = tag

    def handle_data(self, data):
        if self.where != "style":
            self.words.append(data)

    @property
    def shown(self):
        return " ".join("".join(self.words).split())


@pytest.mark.parametrize("lang", LANGS)
def test_every_form_holds_what_was_said_done_seen_and_heard(lang):
    one = made(lang)
    names = catalogue_text(lang)
    wanted = [
        one.title,
        day_in_words(DAY, lang),
        text(lang, "progress.mode_practise"),
        NASTY,
        names.deeds["bring_water"].name,
        names.stances["hands", "open"].name,
        *one.facts,
        text(lang, "feedback.rubric_listening"),
    ]
    plain, page = as_text(one), Page(as_html(one)).shown
    for words in wanted:
        assert words in plain
        assert " ".join(words.split()) in page
    for reply in (one.opening, *(step.reply for step in one.steps)):
        for line in filter(None, (reply.event, reply.deed, reply.cue, reply.said)):
            assert line in plain
            assert " ".join(line.replace("*", "").split()) in page.replace("*", "")


@pytest.mark.parametrize("form", FORMS)
def test_half_a_character_and_what_a_terminal_obeys_keep_nobody_from_their_file(form):
    words = "So sorry \ud83d for \x1b[2J\x9b1m that."
    content = written(made("en", words=words), form).decode()
    assert "So sorry \\ud83d for " in content
    assert not {"\x1b", "\x9b"} & set(content)
    if form == "json":
        assert json.loads(content)["turns"][0]["said"] == words


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_in_its_language_and_refers_to_nothing_outside(lang):
    page = Page(as_html(made(lang)))
    assert ("html", "lang", lang) in page.attributes
    assert not {"script", "img", "link", "iframe", "a", "form"} & set(page.tags)
    assert not [name for _, name, _ in page.attributes if name in ("src", "href", "style")]
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    html = as_html(made(lang))
    assert "prefers-color-scheme: dark" in html and "color-scheme: light dark" in html
    assert "url(" not in html and "@import" not in html and "http:" not in html
    assert "{{ 7 * 7 }}" in page.shown and "alert(1)" in page.shown


def test_headings_go_down_one_step_at_a_time():
    levels = [int(tag[1]) for tag in Page(as_html(made("en"))).tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("lang", LANGS)
def test_the_json_has_the_documented_shape(lang):
    one = made(lang, readers=("rules-1", "rules-2"))
    data = json.loads(as_json(one))
    assert list(data) == [
        "format", "about", "lang", "scenario", "date", "mode", "opening", "turns", "ending",
        "facts", "skills",
    ]  # fmt: skip
    assert (data["format"], data["lang"], data["date"]) == (1, lang, "2026-12-01")
    assert data["scenario"]["id"] == "er_waiting_room"
    assert [turn["turn"] for turn in data["turns"]] == [1, 2, 3]
    assert data["turns"][0]["said"] == NASTY
    assert list(data["turns"][1]) == ["turn", "said", "deeds", "body", "seen", "heard"]
    assert data["turns"][1]["body"] == [catalogue_text(lang).stances["hands", "open"].name]
    assert set(data["opening"]) == {"seen", "heard"} and data["opening"]["heard"]
    versions = {"catalogue": version(), "readers": ["rules-1", "rules-2"]}
    assert data["skills"] == as_data(one.score) | versions


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", LANGS)
def test_what_was_kept_afterwards_is_in_it_only_if_it_was_made(lang, form):
    without = written(made(lang), form).decode()
    kept = {
        "explain": {
            "draft": {"before": "not for the file"},
            "written": {"before": "A crowd & a <locked> door.", "during": "  "},
            "review": {"elements": "not for the file"},
        },
        "whatif": [
            {
                "turn": 2,
                "words": "Let me sit down.",
                "move": {"secret": "not for the file"},
                "replies": [plain(Reply(said="*Nods.* Sure.", cue="He sits.")), {}],
                "ending": "calm",
            }
        ],
        "drills": {"secret": "not for the file"},
    }
    found = written(made(lang, kept), form).decode()
    shown = Page(found).shown if form == "html" else found
    for words in ("A crowd & a <locked> door.", "Let me sit down.", "Nods.", "He sits."):
        assert words in shown and words not in without
    assert "not for the file" not in found
    if form == "json":
        assert json.loads(found)["explain"] == {"before": "A crowd & a <locked> door."}
    for name in ("account", "forks"):
        heading = text(lang, f"progress.file_{name}")
        assert heading not in without and (form == "json" or heading in shown)


def test_the_file_is_named_after_scenario_and_day():
    assert {form: file_name(made("fr"), form) for form in FORMS} == {
        "text": "stepdown-er_waiting_room-2026-12-01.txt",
        "json": "stepdown-er_waiting_room-2026-12-01.json",
        "html": "stepdown-er_waiting_room-2026-12-01.html",
    }


@pytest.mark.parametrize("form", FORMS)
def test_the_same_encounter_always_gives_the_same_bytes(form):
    assert written(made("fr"), form) == written(made("fr"), form)


def test_no_text_of_the_other_language_strays_in():
    for lang, other in (("en", "fr"), ("fr", "en")):
        shown = as_text(made(lang))
        for key in ("about", "turns", "opening", "you", "facts", "skills"):
            assert text(lang, f"progress.file_{key}") in shown
            assert text(other, f"progress.file_{key}") not in shown


def test_figures_are_written_as_the_language_does():
    assert [figure(score, "en") for score in (4.0, 3.5, 3.96)] == ["4.0", "3.5", "3.96"]
    assert [figure(score, "fr") for score in (4.0, 3.5, 3.96)] == ["4,0", "3,5", "3,96"]
    assert [bar(score) for score in (1.0, 3.2, 5.0)] == ["▰▱▱▱▱", "▰▰▰▱▱", "▰▰▰▰▰"]
    assert day_in_words(DAY, "fr") == "1er décembre 2026"
    assert day_in_words(date(2026, 11, 21), "fr") == "21 novembre 2026"
    assert day_in_words(date(2026, 11, 21), "en") == "November 21, 2026"
