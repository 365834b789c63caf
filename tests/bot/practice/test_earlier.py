"""The debrief sets a run beside one's own earlier ones, and beside nobody else's."""

import pytest

from bot.chat.render import render
from bot.practice import cards, commands
from bot.practice import earlier as module
from bot.practice.history import RATED
from bot.practice.session import load
from bot.store import encounters, people
from bot.texts import LANGS, counted, text
from tests.bot.practice.test_looking_back import OTHER, PERSON, SINGH, Desk, desk

__all__ = ["desk"]


def debrief(desk, lang="en", person=PERSON, **named):
    """Plays and rates an encounter; the debrief's card."""
    token = desk.play(lang, person=person, rating=0, **named)
    return desk.do(commands.Rate(token, 3), person)[0]


def part(card, lang="en"):
    (section,) = (one for one in card.sections if one.heading == text(lang, "beside.head"))
    return section.lines


def row(desk, token):
    return desk.store.transact_now(lambda tx: encounters.by_token(tx, token))


@pytest.mark.parametrize("lang", LANGS)
def test_it_stands_before_the_take_away_and_after_all_that_was_seen(desk: Desk, lang):
    desk.join(lang)
    headings = [one.heading for one in debrief(desk, lang).sections]
    subject = desk.tools.library.load(SINGH).words[lang].subject
    assert headings[0] == text(lang, "feedback.head_reactions")
    assert headings[1] == text(lang, "feedback.head_facts")
    assert headings[-3:] == [
        text(lang, "feedback.head_voice", subject=subject),
        text(lang, "beside.head"),
        text(lang, "feedback.head_take"),
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_run_says_that_there_is_nothing_yet_and_the_next_ones_how_many(desk, lang):
    desk.join(lang)
    assert part(debrief(desk, lang), lang) == (text(lang, "beside.first"),)
    one, two = part(debrief(desk, lang), lang), part(debrief(desk, lang), lang)
    total = one[1].removesuffix(".").split()[-1]
    assert one[1] == counted(lang, "beside.same", 1, total=total)
    assert two[1] == counted(lang, "beside.same", 2, total=total)
    assert text(lang, "beside.steady") in one and text(lang, "beside.steady") in two


def test_other_peoples_runs_make_no_difference(desk):
    desk.join()
    desk.join("en", OTHER)
    for _ in range(2):
        desk.play(person=OTHER)
    assert part(debrief(desk)) == (text("en", "beside.first"),)
    assert part(debrief(desk, person=OTHER))[1].startswith("Your previous 2 runs")


def test_runs_with_suggested_lines_are_named_as_such(desk):
    desk.join()
    desk.play(mode="learn")
    shown = part(debrief(desk))
    assert "with suggested lines" in shown[1] and "suggested lines" in shown[-1]


def test_unrated_stopped_and_later_runs_are_not_looked_at(desk):
    desk.join()
    waiting = desk.play(rating=0)
    desk.begin()
    desk.do(commands.Stop())
    later = desk.play()
    (card, *_) = desk.do(commands.Rate(waiting, 3))
    assert part(card) == (text("en", "beside.first"),)
    assert {row(desk, token).phase for token in (waiting, later)} <= set(RATED)


def test_at_most_five_runs_are_loaded_and_none_of_their_turns_while_their_scores_stand(
    desk, monkeypatch
):
    desk.join()
    tokens = [desk.play() for _ in range(8)]
    asked, real = [], encounters.turns
    monkeypatch.setattr(encounters, "turns", lambda tx, one: asked.append(one) or real(tx, one))
    shown = part(debrief(desk))
    assert shown[1].startswith("Your previous 5 runs of this scenario")
    assert not set(asked) & {row(desk, token).id for token in tokens}


def test_a_run_is_known_by_its_level_and_its_help(desk):
    desk.join()
    desk.do(commands.SetLevel("harder"))
    desk.play(mode="learn")
    token = desk.play()

    def work(tx):
        person = people.find_or_create(tx, PERSON)
        session = load(tx, desk.tools, encounters.by_token(tx, token))
        assert session.row.person_id == person.id
        return module.earlier(tx, desk.tools, session)

    (run,) = desk.store.transact_now(work)
    assert (run.scenario, run.helped, run.level) == (SINGH, True, "harder")


def test_a_run_that_can_no_longer_be_read_is_left_out_and_stops_nothing(desk):
    desk.join()
    lost, _ = desk.play(), desk.play()
    desk.lose(lost)
    assert part(debrief(desk))[1].startswith("Your previous run of this scenario")


def test_nothing_untrue_is_said_where_the_only_run_before_can_no_longer_be_read(desk):
    desk.join()
    desk.lose(desk.play())
    (line,) = part(debrief(desk))
    assert line == text("en", "beside.first")


@pytest.mark.parametrize("lang", LANGS)
def test_with_nothing_beside_it_a_run_is_not_called_the_first(lang):
    """Others may have ended unrated, or lie too far back."""
    shown = text(lang, "beside.first")
    assert not any(word in shown for word in ("first", "première", "yet", "pour l'instant"))


@pytest.mark.parametrize("lang", LANGS)
def test_under_the_debrief_a_button_keeps_it_as_a_file(desk, lang):
    desk.join(lang)
    card = debrief(desk, lang)
    label = text(lang, "practice.after_export")
    command = {choice.label: choice.command for choice in card.more}[label]
    (report,) = desk.do(command)
    assert report.title == text(lang, "progress.export_title")
    (document,) = desk.do(report.choices[0].command)
    assert isinstance(document, cards.Document)
    shown = [
        key["text"]
        for call in render([card], lang)
        for keys in call.params.get("reply_markup", {}).get("inline_keyboard", ())
        for key in keys
    ]
    assert shown.count(label) == 1 and len(label) <= 28
