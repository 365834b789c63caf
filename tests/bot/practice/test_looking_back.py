"""A person looks back on their own encounters: the list, the progress, and a file to keep."""

import json
import re
from contextlib import closing
from datetime import date
from itertools import count

import pytest
from sqlalchemy import text as sql

from bot.chat.buttons import unpack
from bot.chat.render import render
from bot.feedback.figures import day_in_words
from bot.feedback.rubric.items import ITEMS
from bot.practice import cards, commands
from bot.practice.entry import handle
from bot.practice.tools import Tools
from bot.store import encounters, outbox, people
from bot.store.work import Store
from bot.texts import LANGS, counted, text
from bot.understanding import rules_reader
from dialogues.library import Library
from tests.journeys.stage import SINGH

TOOLS = Tools(Library(), rules_reader(), lambda: 7)
PERSON, OTHER = 987654321012, 2002
SAID = {
    "en": "I'm sorry nobody came to see you. What happened tonight?",
    "fr": "Je suis désolé que personne ne soit venu. Qu'est-ce qui s'est passé ce soir?",
}
NOON = 1_796_040_000_000
"""2026-11-30 at noon UTC, as the store's clock shows it at first."""
COMMANDS = (commands.AskHistory(), commands.AskProgress(), commands.AskExport())


class Desk:
    """People who practise on one store, whose clock goes on by a day with each encounter."""

    def __init__(self, store, days):
        self.store, self.days = store, days
        self.tools, self.serials = TOOLS, count(1)

    def do(self, command, person=PERSON):
        def work(tx):
            who = people.find_or_create(tx, person)
            return handle(tx, self.tools, who, next(self.serials), command)

        return list(self.store.transact_now(work))

    def join(self, lang="en", person=PERSON):
        for command in (commands.Consent(), commands.SetLanguage(lang)):
            self.do(command, person)

    def begin(self, mode="practise", person=PERSON):
        self.days.append(self.days[-1] + 86_400_000)
        return self.panel(self.do(commands.Begin(SINGH, mode), person))

    def panel(self, shown):
        return next(card for card in reversed(shown) if isinstance(card, cards.Panel))

    def play(self, lang="en", mode="practise", person=PERSON, rating=3):
        """Words, then a code white, which ends it; the token of the encounter."""
        panel = self.begin(mode, person)
        panel = self.panel(self.do(commands.Say(SAID[lang]), person))
        for choice in ("later", "deed.code_white", "act"):
            shown = self.do(commands.PanelChoice(panel.token, panel.turn, choice), person)
        assert any(isinstance(card, cards.EndingCard) for card in shown)
        if rating:
            self.do(commands.Rate(panel.token, rating), person)
        return panel.token

    def report(self, command, person=PERSON):
        (report,) = self.do(command, person)
        return report

    def export(self, token, form):
        (document,) = self.do(commands.AskExport(token, form))
        return document

    def sql(self, asked):
        return self.store.transact_now(lambda tx: tx.connection.execute(sql(asked)).all())


@pytest.fixture
def desk(tmp_path):
    days = [NOON]
    path = tmp_path / "desk.db"
    with closing(Store.open(f"sqlite:///{path}", bytes(32), clock=lambda: days[-1])) as store:
        yield Desk(store, days)


def lines(report):
    return [line for section in report.sections for line in (section.heading, *section.lines)]


def labelled(report):
    return {choice.label: choice.command for choice in report.choices}


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
    row = desk.store.transact_now(
        lambda tx: encounters.current(tx, people.find_or_create(tx, PERSON).id)
    )
    assert (row.token, row.turn) == (panel.token, 0)


def test_before_the_notice_is_agreed_to_nothing_is_shown(desk):
    for command in COMMANDS:
        assert desk.do(command) == [cards.Notice()]
