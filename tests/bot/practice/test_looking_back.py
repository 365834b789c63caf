"""A person looks back on their own encounters: the list, the progress, and a file to keep."""

import json
import re
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import text as sql

from bot.chat.buttons import unpack
from bot.chat.render import render
from bot.feedback.figures import day_in_words
from bot.feedback.rubric.items import ITEMS
from bot.practice import cards, commands
from bot.store import encounters, outbox, people
from bot.store.work import Store
from bot.texts import LANGS, counted, text
from dialogues.library import Library
from tests import assessed
from tests.assessed import OTHER, PERSON, SAID
from tests.bot.practice.trainees import labelled
from tests.bot.store.places import Clock
from tests.journeys.stage import SINGH

NOON = 1_796_040_000_000
"""2026-11-30 at noon UTC, as the store's clock shows it at first."""
COMMANDS = (commands.AskHistory(), commands.AskProgress(), commands.AskExport())


class Desk(assessed.Desk):
    """People who practise on one store, whose clock goes on by a day with each encounter."""

    def begin(self, mode="practise", person=PERSON):
        self.clock.now += 86_400_000
        return super().begin(mode, person)

    def play(self, lang="en", mode="practise", person=PERSON, rating=3):
        return super().play(lang, mode, person, rating)

    def report(self, command, person=PERSON):
        (report,) = self.do(command, person)
        return report

    def export(self, token, form):
        (document,) = self.do(commands.AskExport(token, form))
        return document

    def lose(self, token):
        """Another version of the program kept this encounter: what it was, this one cannot read."""

        def work(tx):
            row = encounters.by_token(tx, token)
            state = {name: kept for name, kept in row.state.items() if name != "score"}
            encounters.save(tx, row, phase=row.phase, turn=row.turn, state=state)
            encounters.pin_scenario(tx, "of then", SINGH, '{"id": "of another time"}')
            asked = sql("UPDATE encounter SET scenario_hash = 'of then' WHERE token = :token")
            tx.connection.execute(asked, {"token": token})

        self.store.transact_now(work)

    def sql(self, asked):
        return self.store.transact_now(lambda tx: tx.connection.execute(sql(asked)).all())


@pytest.fixture
def desk(tmp_path):
    clock = Clock(NOON)
    path = tmp_path / "desk.db"
    with closing(Store.open(f"sqlite:///{path}", bytes(32), clock=clock)) as store:
        yield Desk(store, clock)


def waiting(desk, token):
    return desk.row(token).state["awaits"]


def lines(report):
    return [line for section in report.sections for line in (section.heading, *section.lines)]


def title(lang):
    return Library().load(SINGH).words[lang].title


@pytest.mark.parametrize("lang", LANGS)
def test_with_nothing_to_look_back_on_it_says_so_and_what_to_do(desk, lang):
    desk.join(lang)
    desk.begin()
    desk.do(commands.Stop())
    for command in COMMANDS:
        report = desk.report(command)
        assert text(lang, "progress.none") in lines(report)
        assert list(labelled(report).values()) == [commands.ListScenarios()]


@pytest.mark.parametrize("lang", LANGS)
def test_the_history_lists_ones_own_ended_encounters_newest_first(desk, lang):
    desk.join(lang)
    desk.join("en", OTHER)
    first = desk.play(lang)
    desk.play("en", person=OTHER)
    desk.begin()
    desk.do(commands.Stop())
    second = desk.play(lang, mode="learn")
    report = desk.report(commands.AskHistory())
    told = report.sections[1:]
    assert [section.heading for section in told] == [f"1. {title(lang)}", f"2. {title(lang)}"]
    ending = Library().load(SINGH).words[lang].endings["code_white"].title
    for section, token, mode, day in zip(
        told, (second, first), ("learn", "practise"), (4, 1), strict=True
    ):
        when, ended, total, named = section.lines
        assert when.startswith(day_in_words(date(2026, 11, 30 + day) if day < 1 else
                                            date(2026, 12, day), lang))  # fmt: skip
        assert text(lang, f"progress.mode_{mode}") in when
        assert ending in ended and token in named
        assert re.search(r"\d,\d" if lang == "fr" else r"\d\.\d", total)
    assert list(labelled(report).values()) == [
        commands.After(second, "skills"), commands.AskExport(second),
        commands.After(first, "skills"), commands.AskExport(first),
        commands.AskProgress(),
    ]  # fmt: skip
    (skills,) = desk.do(report.choices[2].command)
    assert skills.title == text(lang, "feedback.rubric_title")


def test_the_history_holds_ten_at_most_and_every_button_fits(desk):
    desk.join()
    tokens = [desk.play() for _ in range(12)]
    report = desk.report(commands.AskHistory())
    listed = [c.command.token for c in report.choices if isinstance(c.command, commands.AskExport)]
    assert listed == tokens[:1:-1]
    calls = render([report], "en")
    rows = [row for call in calls for row in
            call.params.get("reply_markup", {}).get("inline_keyboard", ())]  # fmt: skip
    assert [len(row) for row in rows] == [2] * 10 + [1]
    assert [unpack(key["callback_data"]) for row in rows for key in row] == [
        choice.command for choice in report.choices
    ]


def test_it_is_told_in_the_language_of_now_also_for_encounters_in_the_other(desk):
    desk.join("fr")
    token = desk.play("fr")
    desk.do(commands.SetLanguage("en"))
    report = desk.report(commands.AskHistory())
    assert report.title == text("en", "progress.history_title")
    assert report.sections[1].heading == f"1. {title('en')}"
    document = desk.export(token, "text")
    assert title("en") in document.caption
    assert SAID["fr"] in document.content.decode()
    assert text("fr", "progress.file_about") in document.content.decode()


@pytest.mark.parametrize("command", COMMANDS)
def test_ones_own_impression_comes_before_any_result(desk, command):
    desk.join()
    token = desk.play(rating=0)
    asked = [cards.Plain("progress.rate_first"), cards.SelfRating(token)]
    assert desk.do(command) == desk.do(commands.AskExport(token, "json")) == asked
    desk.do(commands.Rate(token, 2))
    assert isinstance(desk.report(command), cards.Report)
    later = desk.play(rating=0)
    report, *rest = desk.do(commands.AskHistory())
    assert rest == [asked[0], cards.SelfRating(later)]
    assert later not in str(report)


@pytest.mark.parametrize("lang", LANGS)
def test_progress_tells_every_skill_in_words_and_marks_the_critical_ones(desk, lang):
    desk.join(lang)
    desk.play(lang)
    once = desk.report(commands.AskProgress())
    assert text(lang, "progress.skill_once") in lines(once)
    desk.play(lang)
    desk.begin()
    desk.do(commands.Stop())
    report = desk.report(commands.AskProgress())
    intro, *skills, mastery = report.sections
    assert " 2 " in intro.lines[0]
    names = [text(lang, f"feedback.rubric_{name}") for name in ITEMS]
    marked = {text(lang, f"feedback.rubric_{name}") for name in ("respect", "risk", "honesty")}
    assert [section.heading for section in skills] == [
        text(lang, "progress.skill_critical", name=name) if name in marked else name
        for name in names
    ]
    same = text(lang, "progress.way_same")
    for section in skills:
        mean, compared = section.lines
        assert set(mean.split()[0]) <= set("▰▱") and len(mean.split()[0]) == 5
        assert " 2 " in mean and same in compared
    assert text(lang, "progress.mastery_nowhere") in mastery.lines
    assert text(lang, "progress.mastery_not") in mastery.lines
    assert all(name in mastery.lines[0] for name in marked)
    assert len(render([report], lang)) == 1, "it fits in one message"


@pytest.mark.parametrize("lang", LANGS)
def test_runs_with_suggested_lines_are_named_and_cannot_show_mastery(desk, lang):
    desk.join(lang)
    desk.play(lang, mode="learn")
    intro, *_, mastery = desk.report(commands.AskProgress()).sections
    assert counted(lang, "progress.progress_helped", 1) in intro.lines
    assert text(lang, "progress.mastery_none_alone") in mastery.lines
    desk.play(lang, mode="learn")
    desk.play(lang)
    intro, *_, mastery = desk.report(commands.AskProgress()).sections
    assert counted(lang, "progress.progress_helped", 2) in intro.lines
    first = text(lang, "progress.mastery_lacking_alone", names="\0").partition("\0")[0]
    assert any(line.startswith(first) for line in mastery.lines)


def test_progress_is_only_ones_own(desk):
    desk.join()
    desk.join("en", OTHER)
    desk.play(person=OTHER)
    assert text("en", "progress.none") in lines(desk.report(commands.AskProgress()))


@pytest.mark.parametrize("lang", LANGS)
def test_the_export_offers_three_forms_of_the_newest_encounter(desk, lang):
    desk.join(lang)
    desk.play(lang)
    token = desk.play(lang)
    report = desk.report(commands.AskExport())
    assert labelled(report) == {
        text(lang, f"progress.form_{form}_button"): commands.AskExport(token, form)
        for form in ("html", "text", "json")
    }
    names = {form: desk.export(token, form).name for form in ("html", "text", "json")}
    assert names == {
        form: f"stepdown-{SINGH}-2026-12-02.{ending}"
        for form, ending in (("html", "html"), ("text", "txt"), ("json", "json"))
    }


@pytest.mark.parametrize("form", ["html", "text", "json"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_file_holds_the_encounter_and_nothing_that_names_the_person(desk, lang, form):
    desk.join(lang)
    token = desk.play(lang)
    content = desk.export(token, form).content.decode()
    assert (SAID[lang] if form != "html" else SAID[lang].split("'")[0]) in content
    ((person,),) = desk.sql("SELECT person_id FROM encounter")
    for hidden in (str(PERSON), str(person), token):
        assert hidden not in content
    if form == "json":
        data = json.loads(content)
        assert [turn["turn"] for turn in data["turns"]] == [1, 2]
        assert data["ending"]["id"] == "code_white"
        opening = data["opening"]["heard"]
        pool = Library().load(SINGH).words[lang].opening
        assert opening and opening in pool


def test_any_other_encounter_than_ones_own_ended_one_gives_no_file(desk):
    desk.join()
    desk.join("en", OTHER)
    foreign = desk.play(person=OTHER)
    running = desk.begin().token
    over = [cards.Toast("practice.over_toast")]
    for token in (foreign, running, "no_such1"):
        assert desk.do(commands.AskExport(token)) == over
        assert desk.do(commands.AskExport(token, "json")) == over
    desk.do(commands.Stop())
    assert desk.do(commands.AskExport(running, "json")) == over


def test_nothing_of_a_file_is_left_in_the_store_once_it_is_sent(desk):
    desk.join()
    token = desk.play()
    before = desk.sql("SELECT state, version FROM encounter"), desk.sql("SELECT record FROM turn")
    document = desk.export(token, "text")
    assert before == (
        desk.sql("SELECT state, version FROM encounter"), desk.sql("SELECT record FROM turn")
    )  # fmt: skip

    def put(tx):
        who = people.find_or_create(tx, PERSON)
        outbox.put(tx, who.id, 99, render([document], "en"))

    desk.store.transact_now(put)
    (due,) = desk.store.transact_now(lambda tx: outbox.due(tx, 5))
    assert due.files == {"document": document.content}
    assert due.params["filename"] == document.name

    def sent(tx):
        outbox.started(tx, due.serial)
        outbox.sent(tx, due.serial, 5)

    desk.store.transact_now(sent)
    assert desk.sql("SELECT state, body FROM outbox") == [("sent", None)]


def test_deleting_everything_takes_a_file_that_is_still_waiting_along(desk):
    desk.join()
    document = desk.export(desk.play(), "html")

    def put(tx):
        who = people.find_or_create(tx, PERSON)
        outbox.put(tx, who.id, 99, render([document], "en"))

    desk.store.transact_now(put)
    desk.do(commands.ConfirmDelete())
    for table in ("outbox", "encounter", "turn", "rating", "person", "slot"):
        assert desk.sql(f"SELECT * FROM {table}") == [], table
    desk.join()
    assert text("en", "progress.none") in lines(desk.report(commands.AskHistory()))


def test_they_work_during_an_encounter_and_leave_it_as_it_is(desk):
    desk.join()
    desk.play()
    panel = desk.begin()
    for command in COMMANDS:
        desk.do(command)
    row = desk.running()
    assert (row.token, row.turn) == (panel.token, 0)


@pytest.mark.parametrize("lang", LANGS)
def test_one_that_can_no_longer_be_read_is_named_as_such_and_the_others_are_told(desk, lang):
    desk.join(lang)
    first, lost = desk.play(lang), desk.play(lang)
    desk.lose(lost)
    report = desk.report(commands.AskHistory())
    named, told = report.sections[1:]
    assert named.heading == f"1. {title(lang)}" and told.heading == f"2. {title(lang)}"
    assert named.lines[1:] == (text(lang, "practice.unreadable"),) and len(told.lines) > 2
    assert {getattr(choice.command, "token", first) for choice in report.choices} == {first}
    intro, *skills, _ = desk.report(commands.AskProgress()).sections
    assert counted(lang, "progress.progress_intro", 1) in intro.lines
    assert counted(lang, "progress.progress_unreadable", 1) in intro.lines
    assert len(skills) == len(ITEMS)


def test_where_none_can_be_read_that_is_all_that_progress_says(desk):
    desk.join()
    for _ in range(2):
        desk.lose(desk.play())
    (section,) = desk.report(commands.AskProgress()).sections
    assert section.lines == (counted("en", "progress.progress_unreadable", 2),)


def test_what_is_asked_of_one_that_can_no_longer_be_read_is_answered_with_the_truth(desk):
    desk.join()
    unrated = desk.play(rating=0)
    lost = desk.play()
    desk.do(commands.After(lost, "explain"))
    for token in (unrated, lost):
        desk.lose(token)
    for command in (
        commands.After(lost, "skills"),
        commands.AskExport(),
        commands.AskExport(lost, "json"),
        commands.AskDrill(),
        commands.Rate(unrated, 3),
    ):
        assert desk.do(command) == [cards.Plain("practice.unreadable")]


def test_words_that_one_waited_for_are_asked_of_nobody_once_it_cannot_be_read(desk):
    desk.join()
    lost = desk.play()
    (report,) = desk.do(commands.After(lost, "explain"))
    while not waiting(desk, lost):
        (report,) = desk.do(report.choices[0].command)
    desk.lose(lost)
    assert desk.do(commands.Say("Because")) == [cards.Plain("practice.unreadable")]
    assert desk.do(commands.Say("Because")) == [cards.Plain("practice.nothing_running")]


def test_before_the_notice_is_agreed_to_nothing_is_shown(desk):
    for command in COMMANDS:
        assert desk.do(command) == [cards.Notice()]
