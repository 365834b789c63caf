"""After the end a reading is contested: both courses side by side, and the record untouched."""

import pytest

from bot.chat.buttons import pack, unpack
from bot.chat.render import render
from bot.feedback.figures import figure
from bot.practice import cards, commands, contesting
from bot.store.corrections import ACCEPTED, PROPOSED
from bot.texts import LANGS, text
from tests.bot.practice.trainees import (
    ACTS,
    KIND,
    as_if_played_by_other_rules,
    labelled,
    name_of,
    words_of,
)
from tests.journeys.stage import SINGH

RUDE = {"en": "You're an idiot.", "fr": "Vous êtes un idiot."}
READ_SO, TAKEN_BACK, NO_WORDS = (
    cards.Toast(f"turns.{name}_toast") for name in ("read_so", "taken_back", "no_words")
)


@pytest.mark.parametrize("mode", ["learn", "practise"])
@pytest.mark.parametrize("lang", LANGS)
def test_families_then_acts_then_both_courses_and_the_record_stays(trainee, lang, mode):
    trainee.play_out(KIND[lang], RUDE[lang], lang=lang, mode=mode)
    before, token = trainee.whole(), trainee.token
    (families,) = trainee.open("meant", 2)
    asked = labelled(families)
    assert list(asked) == [
        *(text(lang, f"chat.family_{name}") for name in dict.fromkeys(
            act.family for act in sorted(ACTS.values(), key=lambda a: a.polarity == "harmful"))),
        text(lang, "turns.back_button", turn=2),
    ]  # fmt: skip
    assert RUDE[lang] in words_of(families)
    assert text(lang, "turns.read", read=name_of("insult", lang)) in words_of(families)
    (acts,) = trainee.do(asked[text(lang, "chat.family_own")])
    inside = [act for act in ACTS.values() if act.family == "own"]
    assert list(labelled(acts)) == [
        *(name_of(act.id, lang) for act in inside),
        text(lang, "turns.families_button"),
        text(lang, "turns.back_button", turn=2),
    ]
    (shown,) = trainee.do(labelled(acts)[name_of("apologise", lang)])
    told = words_of(shown)
    assert shown.title == text(lang, "turns.title_as_meant", turn=2)
    instead = {"act": name_of("apologise", lang), "read": name_of("insult", lang)}
    assert text(lang, "turns.read_instead", **instead) in told
    for line in (before[1][1]["reply"]["said"], RUDE[lang]):
        assert line.replace("*", "") in told
    assert shown.picture.startswith(b"\x89PNG")
    assert text(lang, "turns.kept") in told
    assert trainee.whole() == before
    (kept,) = trainee.corrections(PROPOSED)
    assert (kept.turn, kept.text, kept.old_acts, kept.new_acts, kept.was) == (
        2, RUDE[lang], ("insult",), ("apologise",), None,
    )  # fmt: skip
    assert kept.previous == before[1][0]["reply"]["said"]
    (page,) = trainee.do(labelled(shown)[text(lang, "turns.back_button", turn=2)])
    assert text(lang, "turns.meant", acts=name_of("apologise", lang)) in words_of(page)
    assert text(lang, "turns.taken_again", read="").partition(":")[0] not in words_of(page)
    assert labelled(shown)[text(lang, "turns.another_button")] == commands.After(token, "meant", 2)


@pytest.mark.parametrize("lang", LANGS)
def test_the_score_so_read_stands_beside_the_score_there_was(trainee, lang):
    trainee.play_out(KIND[lang], RUDE[lang], lang=lang)
    score = trainee.whole()[2]
    (shown,) = trainee.open("as_meant", 1, "threaten")
    (lines,) = [part.lines for part in shown.sections
                if part.heading == text(lang, "turns.head_score")]  # fmt: skip
    was = figure(score["total"], lang)
    assert lines[0].endswith(text(lang, "turns.score", now="", was=was).rpartition(" 5 ")[2])
    named = {text(lang, f"feedback.rubric_{one['id']}"): one["score"] for one in score["items"]}
    assert len(lines) > 1
    for line in lines[1:]:
        (name,) = [name for name in named if name in line]
        assert line.rstrip().endswith(figure(named[name], lang))
        assert line.count(figure(named[name], lang)) == 1
    (same,) = trainee.open("as_meant", 2, "sarcasm")
    assert text(lang, "turns.head_score") in words_of(same)


def test_a_skill_that_hardly_changes_is_not_named_and_a_total_that_stays_is_said_to():
    from bot.feedback.rubric.items import Item
    from bot.feedback.rubric.score import Score

    was = Score(3.5, (Item("opening", 2.0), Item("pace", 3.0), Item("body", None)))
    now = Score(3.5, (Item("opening", 2.1), Item("pace", 3.04), Item("body", 2.0)))
    assert [*contesting._scores(was, now, "en")] == [
        text("en", "turns.score_same", was="3.5"),
        text("en", "turns.score_item", name=text("en", "feedback.rubric_opening"), now="2.1",
             was="2.0"),
    ]  # fmt: skip


def test_the_same_claim_again_shows_the_same_and_keeps_its_judgement(trainee):
    trainee.play_out(KIND["en"], RUDE["en"])
    first = trainee.open("as_meant", 2, "apologise")
    trainee.judge(ACCEPTED)
    assert trainee.open("as_meant", 2, "apologise") == first
    assert [kept.state for kept in trainee.corrections()] == [ACCEPTED]
    trainee.open("as_meant", 2, "reflect")
    assert [(kept.new_acts, kept.state) for kept in trainee.corrections()] == [
        (("reflect",), PROPOSED)
    ]


def test_what_was_read_already_is_said_to_be_so_and_takes_a_claim_back(trainee):
    trainee.play_out(KIND["en"], RUDE["en"])
    before = trainee.whole()
    assert trainee.open("as_meant", 2, "insult") == [READ_SO]
    trainee.open("as_meant", 2, "apologise")
    assert trainee.open("as_meant", 2, "insult") == [TAKEN_BACK]
    assert trainee.corrections() == [] and trainee.whole() == before
    assert trainee.open("as_meant", 2, "insult") == [READ_SO]


def test_a_turn_taken_again_in_its_time_keeps_what_it_was_at_first(trainee):
    trainee.begin()
    trainee.say(RUDE["en"])
    (first,) = trainee.records()
    trainee.mean("apologise")
    trainee.end()
    before = trainee.whole()
    assert trainee.open("as_meant", 1, "apologise") == [READ_SO]
    (shown,) = trainee.open("as_meant", 1, "reflect")
    (kept,) = trainee.corrections()
    assert (kept.was, kept.old_acts, kept.new_acts) == (first, ("insult",), ("reflect",))
    assert text("en", "turns.kept") in words_of(shown)
    assert trainee.open("as_meant", 1, "apologise") == [TAKEN_BACK]
    (kept,) = trainee.corrections()
    assert (kept.was, kept.new_acts) == (first, ("apologise",))
    assert trainee.whole() == before


def test_a_turn_taken_again_but_meant_as_first_read_after_all_is_judged_by_nobody(trainee):
    trainee.begin()
    trainee.say(RUDE["en"])
    (first,) = trainee.records()
    trainee.mean("apologise")
    trainee.end()
    before = trainee.whole()
    (shown,) = trainee.open("as_meant", 1, "insult")
    assert text("en", "turns.kept_as_first") in words_of(shown)
    assert first["reply"]["said"].replace("*", "") in words_of(shown)
    assert trainee.corrections() == [] and trainee.whole() == before
    assert trainee.open("as_meant", 1, "insult") == [shown]
    trainee.open("as_meant", 1, "reflect")
    (kept,) = trainee.corrections(PROPOSED)
    assert (kept.was, kept.old_acts, kept.new_acts) == (first, ("insult",), ("reflect",))


def test_where_the_rules_have_changed_the_claim_is_kept_and_nothing_is_set_beside_it(trainee):
    trainee.play_out(KIND["en"], RUDE["en"])
    as_if_played_by_other_rules(trainee, 1)
    (shown,) = trainee.open("as_meant", 2, "apologise")
    assert text("en", "turns.changed") in words_of(shown) and not shown.picture
    assert text("en", "turns.kept") in words_of(shown)
    assert [kept.new_acts for kept in trainee.corrections()] == [("apologise",)]
    assert isinstance(trainee.open("turns", 2)[0], cards.Report)


def test_where_nothing_was_said_nothing_can_have_been_meant(trainee):
    trainee.play_out(None)
    for page, detail in (("meant", ""), ("meant", "own"), ("as_meant", "reflect")):
        assert trainee.open(page, 1, detail) == [NO_WORDS]
        assert trainee.open(page, 99, detail) == [NO_WORDS]
        assert trainee.open(page, 0, detail) == [NO_WORDS]
    assert trainee.corrections() == []


@pytest.mark.parametrize("act", ["", "hug", "own"])
def test_an_act_that_nobody_knows_is_answered_with_a_word(trainee, act):
    trainee.play_out(RUDE["en"])
    assert trainee.open("as_meant", 1, act) == [cards.Toast("practice.over_toast")]
    assert trainee.corrections() == []


@pytest.mark.parametrize("family", ["hugs", "apologise"])
def test_a_family_that_nobody_knows_is_an_empty_page_with_ways_back(trainee, family):
    trainee.play_out(RUDE["en"])
    (page,) = trainee.open("meant", 1, family)
    assert list(labelled(page)) == [
        text("en", "turns.families_button"), text("en", "turns.back_button", turn=1),
    ]  # fmt: skip


def test_it_can_be_done_while_another_encounter_goes_on_and_leaves_it_alone(trainee):
    trainee.play_out(KIND["en"], RUDE["en"])
    trainee.do(commands.Begin(SINGH, "learn"))
    running = trainee.row()
    (shown,) = trainee.open("as_meant", 2, "apologise")
    assert isinstance(shown, cards.Report) and trainee.row() == running
    assert running.token != trainee.token


def test_every_family_and_act_fits_on_a_button(trainee):
    token = "a_-45678"
    details = [("meant", family) for family in {act.family for act in ACTS.values()}]
    details += [("as_meant", act) for act in ACTS]
    for page, detail in details:
        command = commands.After(token, page, 9999, detail)
        assert unpack(pack(command)) == command


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_a_picture_and_words_and_leads_on(trainee, lang):
    trainee.play_out(KIND[lang], RUDE[lang], lang=lang)
    (shown,) = trainee.open("as_meant", 2, "apologise")
    photo, *rest = render([shown], lang)
    assert photo.method == "sendPhoto" and shown.title in photo.params["caption"]
    keyboard = rest[-1].params["reply_markup"]["inline_keyboard"]
    keys = [key["text"] for row in keyboard for key in row]
    assert keys[:2] == [
        text(lang, "turns.back_button", turn=2), text(lang, "turns.another_button"),
    ]  # fmt: skip
    assert (
        text(lang, "practice.after_turns") in keys and text(lang, "practice.after_skills") in keys
    )
