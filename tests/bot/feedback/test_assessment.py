"""What an instructor reads: short first, fair about doubt, and never a word on the person."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.feedback.assessment import Assessment, written
from bot.feedback.moments import MOST
from bot.feedback.rubric.items import ITEMS
from bot.feedback.rubric.record import of_turns
from bot.feedback.rubric.score import score
from bot.feedback.stock import Stocktaking
from bot.feedback.transcript import transcript
from bot.texts import LANGS, text
from dialogues.catalogue import catalogue_text
from dialogues.risk import Observed
from dialogues.turn import begin
from state_machines.acts import Move, Reading
from tests.bot.feedback.encounters import EN, FR, said, told
from tests.bot.feedback.test_transcript import DAY, NASTY, Page

PLAYS = {"en": EN, "fr": FR}
FORMS = ("text", "html", "json")
TRIED = "You could have sat down with him."
KEPT = {
    "explain": {"written": {"before": "A crowd & a <locked> door."}},
    "whatif": [{"turn": 1, "words": TRIED, "replies": [], "ending": ""}],
    "drills": {"done": "not for the file"},
}


def assessed(lang, **changes):
    """Three turns of words, one not followed, one with a code white that ends it."""
    play = PLAYS[lang]
    moves = (
        Move(said(play, NASTY, "apologise"), {"hands": "open"}, ()),
        Move(said(play, "Sit down or else.", "threaten"), {}, ()),
        Move(Reading(text="hm the thing", abstained="unsure", words=3), {}, ()),
        Move(said(play, "What happened?", "open_question"), {}, ("code_white",)),
    )
    _, turns = told(play, *moves)
    scene, opening = begin(play, 3)
    found = score(of_turns(turns, play))
    made = transcript(
        opening,
        turns,
        play,
        scene.drawn,
        found,
        day=DAY,
        mode="assess",
        notes=changes.pop("notes", {}),
    )
    factors = tuple(play.factors)
    looks = (
        Stocktaking(
            1, "cooperative", factors[:2], "easing",
            Observed("active_resistant", factors[1:3], "rising"),
        ),
        Stocktaking(3, "", (), "", Observed("active_resistant", (), "rising")),
    )  # fmt: skip
    one = Assessment(made, "tok3n_-8", "nurse", 2, False, tuple(turns), {4: ("find_hook",)}, looks)
    return replace(one, **changes)


def shown(one, form):
    content = written(one, form).decode()
    return Page(content).shown if form == "html" else content


def says(form, lang, key, **values):
    """A text as it stands in a form: a page is looked at with all gaps alike."""
    words = text(lang, key, **values)
    return " ".join(words.split()) if form == "html" else words


def parts(plain):
    """The headings of a text, in order."""
    lines = plain.splitlines()
    return [before for before, under in pairwise(lines) if set(under) == {"="}]


@pytest.mark.parametrize("lang", LANGS)
def test_what_to_look_at_stands_before_the_whole(lang):
    headings = parts(shown(assessed(lang), "text"))
    first = [text(lang, f"assess.file_{name}") for name in ("short", "first", "judge")]
    assert headings == [
        *first,
        text(lang, "progress.file_skills"),
        text(lang, "stock.title"),
        text(lang, "progress.file_turns"),
        text(lang, "progress.file_ending"),
    ]


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_short_part_sets_the_own_rating_beside_the_computed_score(lang, form):
    one = assessed(lang)
    page = shown(one, form)
    assert says(form, lang, "assess.file_own", value=2) in page
    assert says(form, lang, "assess.file_ending_poor", title=one.made.ending_title) in page
    assert says(form, lang, "assess.file_total", total="#").split("#")[0] in page
    assert says(form, lang, "assess.file_reading", unread=1, doubtful=0, nothing=0) in page
    good = shown(replace(one, good=True), form)
    assert says(form, lang, "assess.file_ending_good", title=one.made.ending_title) in good


@pytest.mark.parametrize("lang", LANGS)
def test_every_turn_says_how_it_was_read_how_surely_and_what_it_did(lang):
    page, names = shown(assessed(lang), "text"), catalogue_text(lang).acts
    whole = page[page.index(f"[{text(lang, 'progress.file_opening')}]") :]
    assert text(lang, "assess.sure", name=names["apologise"].name, sure=100) in whole
    assert text(lang, "assess.sure_harmful", name=names["threaten"].name, sure=100) in whole
    assert text(lang, "assess.not_unsure") in whole
    assert text(lang, "assess.meant", acts=names["find_hook"].name) in whole
    assert whole.count(text(lang, "feedback.coach_did", shifts="#").split("#")[0]) == 4


@pytest.mark.parametrize("lang", LANGS)
def test_a_moment_tells_why_it_is_shown_and_what_had_been_said_before(lang):
    one = assessed(lang)
    page = shown(one, "text")
    first = page[page.index(text(lang, "assess.file_first")) :]
    first = first[: first.index(text(lang, "assess.file_judge"))]
    unsure = text(lang, "assess.moment", turn=3, why=text(lang, "assess.why_unsure"))
    assert unsure in first and "Sit down or else." in first
    before = text(lang, "assess.before", subject=one.made.subject, words="#").split("#")[0]
    assert first.count(before) == len(one.moments) == 4 <= MOST
    assert first.index(unsure) < first.index(text(lang, "assess.why_hurt"))
    assert text(lang, "assess.why_contested") in first


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", LANGS)
def test_five_questions_are_left_to_the_person_who_reads(lang, form):
    page = shown(assessed(lang), form)
    for n in range(1, 6):
        assert says(form, lang, f"assess.judge_{n}") in page
    if form == "text":
        assert page.count("_" * 20) >= 5
        assert says(form, lang, "assess.account_none") in page
        assert says(form, lang, "assess.account_below") in shown(assessed(lang, notes=KEPT), form)


@pytest.mark.parametrize("lang", LANGS)
def test_the_risk_is_shown_as_answered_beside_what_was_there_without_advice(lang):
    play, page = PLAYS[lang], shown(assessed(lang), "text")
    said_so, seen = (
        text(lang, f"chat.level_{name}") for name in ("cooperative", "active_resistant")
    )
    assert text(lang, "assess.look_level", said=said_so, seen=seen) in page
    assert text(lang, "assess.look_none", seen=seen) in page
    names = [play.words.factors[factor] for factor in list(play.factors)[:3]]
    for key, name in zip(("not_there", "named", "missed"), names, strict=True):
        assert text(lang, f"assess.look_{key}", factors=name) in page
    without = shown(assessed(lang, looks=()), "text")
    assert text(lang, "stock.title") not in without


@pytest.mark.parametrize("form", FORMS)
def test_the_account_is_in_it_and_what_was_tried_or_drilled_is_not(form):
    page = shown(assessed("en", notes=KEPT), form)
    assert "A crowd & a <locked> door." in page
    assert TRIED not in page and "not for the file" not in page


def test_a_program_gets_the_same_as_data():
    data = json.loads(written(assessed("en"), "json"))["assessment"]
    assert list(data) == [
        "token", "role", "own_rating", "good_ending", "duty", "first", "judge", "readings", "risk",
    ]  # fmt: skip
    assert [one["turn"] for one in data["readings"]] == [1, 2, 3, 4]
    (threat,) = data["readings"][1]["acts"]
    assert (threat["act"], threat["polarity"], threat["confidence"]) == ("threaten", "harmful", 1)
    assert data["readings"][2]["abstained"] == "unsure" and data["readings"][2]["acts"] == []
    assert data["readings"][3]["meant"] == ["find_hook"]
    assert {one["turn"] for one in data["first"]} == {1, 2, 3, 4}
    assert data["duty"] == {"act": EN.scenario.duty, "turn": None}


@pytest.mark.parametrize("lang", LANGS)
def test_every_skill_is_one_line(lang):
    page = shown(assessed(lang), "text")
    start = page.index(text(lang, "progress.file_skills"))
    lines = page[start : page.index(text(lang, "stock.title"))].strip().splitlines()[3:]
    assert len(lines) == len(ITEMS)
    for name, line in zip(ITEMS, lines, strict=True):
        assert text(lang, f"feedback.rubric_{name}") in line


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_runs_nothing_that_was_typed(lang):
    page = Page(written(assessed(lang), "html").decode())
    assert ("html", "lang", lang) in page.attributes
    assert not {"script", "img", "link", "iframe", "a", "form"} & set(page.tags)
    assert "alert(1)" in page.shown and "{{ 7 * 7 }}" in page.shown


@pytest.mark.parametrize("form", FORMS)
def test_no_text_of_the_other_language_strays_in(form):
    for lang, other in (("en", "fr"), ("fr", "en")):
        page = shown(assessed(lang), form)
        assert says(form, lang, "assess.judge_1") in page
        for key in ("file_about", "file_first", "judge_1", "judge_5", "not_unsure"):
            assert says(form, other, f"assess.{key}") not in page
