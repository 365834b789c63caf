"""A drill takes the trainee's own weak turn, moves nothing, and is left at one word."""

from datetime import datetime, timedelta
from itertools import count

import pytest

from bot.chat.render import render
from bot.chat.updates import read_words
from bot.feedback.drills import SKILLS
from bot.feedback.retests import HOME
from bot.feedback.wording import quoted
from bot.practice import cards, commands
from bot.practice.entry import handle
from bot.practice.session import load, turns
from bot.practice.skills import scored
from bot.practice.tools import Tools
from bot.store import encounters, people
from bot.store.work import Store
from bot.texts import LANGS, text
from bot.understanding import rules_reader
from dialogues.library import Library
from dialogues.records import plain
from tests.journeys.stage import SINGH

ORDER = {"en": "Calm down.", "fr": "Calmez-vous."}
GOOD = {"en": "You sound terrified for your daughter.", "fr": "Vous avez l'air terrifié."}
POOR = {"en": "What happened tonight?", "fr": "Qu'est-ce qui s'est passé?"}
NOON = datetime(2026, 3, 1, 12, tzinfo=HOME)


CHANNELS, SERIALS = count(1001), count(1)
TOOLS = Tools(Library(), rules_reader(), lambda: 7)


class Trainee:
    """One person at the phone, with a clock that the test sets."""

    def __init__(self, store, lang):
        self.store, self.lang, self.channel = store, lang, next(CHANNELS)
        self.tools = TOOLS
        for command in (commands.Consent(), commands.SetLanguage(lang)):
            self.do(command)

    def do(self, command):
        return list(
            self.store.transact_now(
                lambda tx: handle(tx, self.tools, self.person(tx), next(SERIALS), command)
            )
        )

    def person(self, tx):
        return people.find_or_create(tx, self.channel)

    def type(self, words):
        return self.do(read_words(words))

    def end(self, words, rate=True):
        """An encounter with these words, left for good by walking away; then rated."""
        self.do(commands.Begin(SINGH, "practise"))
        for line in words:
            self.type(line)
            self.panel("later")
        self.panel("deed.disengage")
        shown = self.panel("act")
        assert any(isinstance(card, cards.EndingCard) for card in shown)
        return self.do(commands.Rate(self.row().token, 3)) if rate else shown

    def panel(self, choice):
        row = self.row()
        return self.do(commands.PanelChoice(row.token, row.turn + 1, choice))

    def row(self, place=0):
        return self.store.transact_now(
            lambda tx: encounters.latest(tx, self.person(tx).id, 5)[place]
        )

    def page(self, page, turn=0, token=""):
        return self.do(commands.After(token or self.row().token, page, turn))

    def kept(self, place=0):
        return self.row(place).state["notes"].get("drill", {})

    def record(self):
        """What a drill must leave as it is."""

        def stored(tx):
            session = load(tx, self.tools, encounters.latest(tx, self.person(tx).id, 1)[0])
            row = session.row
            fixed = (row.phase, row.turn, row.ended_at, row.ending, row.state["scene"])
            ratings = encounters.ratings(tx, row.id)
            return fixed, plain(turns(tx, session)), scored(tx, session), ratings

        return self.store.transact_now(stored)


@pytest.fixture(scope="module")
def store_and_clock(tmp_path_factory):
    """One store for everybody here; each test is another person."""
    clock = [0]
    url = f"sqlite:///{tmp_path_factory.mktemp('drills') / 'drills.db'}"
    store = Store.open(url, bytes(32), clock=lambda: clock[0])
    yield store, clock
    store.close()


@pytest.fixture
def clock(store_and_clock):
    store_and_clock[1][0] = int(NOON.timestamp() * 1000)
    return store_and_clock[1]


@pytest.fixture(params=LANGS)
def trainee(request, store_and_clock, clock):
    return Trainee(store_and_clock[0], request.param)


def words(shown, lang):
    """Everything that is shown, as the phone gets it; whatever cannot be rendered fails."""
    return "\n".join(
        str(call.params["text"]) for call in render(shown, lang) if "text" in call.params
    )


def words_of(card):
    """The quotes of a report, as they were before they were made ready for the phone."""
    return "\n".join(section.quote for section in card.sections)


def opening_of(trainee):
    """The first thing the subject said, as it was kept."""

    def stored(tx):
        session = load(tx, trainee.tools, encounters.latest(tx, trainee.person(tx).id, 1)[0])
        return session.prepared, session.scene.lately[0]

    prepared, said = trainee.store.transact_now(stored)
    assert said in prepared.words.opening
    return said


def labels(card):
    return [choice.label for choice in card.choices]


def test_the_drill_quotes_the_line_and_the_trainees_own_words(trainee):
    lang = trainee.lang
    debrief = trainee.end([ORDER[lang]])
    assert text(lang, "practice.after_drill") in [choice.label for choice in debrief[0].more]
    (card,) = trainee.page("drill")
    shown = words([card], lang)
    assert quoted(opening_of(trainee), lang, most=400) in words_of(card)
    assert ORDER[lang] in shown
    assert text(lang, "drills.task_label") in shown
    assert text(lang, "practice.after_drill") not in labels(card)


def test_a_line_that_shows_the_skill_ends_the_drill_and_is_kept(trainee, clock):
    lang = trainee.lang
    trainee.end([ORDER[lang]])
    trainee.page("drill")
    (card,) = trainee.type(GOOD[lang])
    shown = words([card], lang)
    assert text(lang, "drills.shown") in shown and text(lang, "drills.example") not in shown
    assert trainee.kept()["done"] == [
        {"skill": "label", "turn": 1, "shown": True, "at": clock[0], "offers": 0, "again": False}
    ]
    assert trainee.row().state["awaits"] == ""
    assert trainee.type(POOR[lang]) == [cards.Plain("practice.nothing_running")]


def test_an_example_comes_after_the_second_try_and_the_third_is_the_last(trainee):
    lang = trainee.lang
    trainee.end([ORDER[lang]])
    trainee.page("drill")
    seen = [words(trainee.type(POOR[lang]), lang) for _ in range(3)]
    assert [text(lang, "drills.example") in one for one in seen] == [False, True, True]
    assert all(text(lang, "drills.miss_label").split("…")[0] in one for one in seen)
    assert [text(lang, "drills.over") in one for one in seen] == [False, False, True]
    assert [one["shown"] for one in trainee.kept()["done"]] == [False]
    assert trainee.type(GOOD[lang]) == [cards.Plain("practice.nothing_running")]


def test_words_that_are_not_for_the_subject_cost_no_try(trainee):
    trainee.end([ORDER[trainee.lang]])
    trainee.page("drill")
    aside = "??? 123"
    assert trainee.type(aside) == [cards.Plain("drills.not_addressed")]
    assert trainee.kept()["tries"] == 0


def test_a_drill_touches_neither_the_turns_nor_the_score(trainee, clock):
    lang = trainee.lang
    trainee.end([ORDER[lang], POOR[lang]])
    before = trainee.record()
    clock[0] += 86_400_000
    for place in (1, 2):
        trainee.page("drill", place)
        for _ in range(3):
            trainee.type(ORDER[lang])
    trainee.page("drill")
    trainee.type(GOOD[lang])
    trainee.page("drill_yes")
    assert trainee.record() == before
    assert len(trainee.kept()["done"]) >= 2


@pytest.mark.parametrize("word", ["stop", "/stop", "Arrêt!", "STOP."])
def test_a_stop_word_leaves_it_at_once_and_keeps_no_result(trainee, word):
    lang = trainee.lang
    trainee.end([ORDER[lang]])
    trainee.page("drill")
    trainee.type(POOR[lang])
    assert any(isinstance(card, cards.Stopped) for card in trainee.type(word))
    assert trainee.row().state["awaits"] == "" and "done" not in trainee.kept()
    assert trainee.type(GOOD[lang]) == [cards.Plain("practice.nothing_running")]


def test_the_button_leaves_it_too(trainee):
    trainee.end([ORDER[trainee.lang]])
    (card,) = trainee.page("drill")
    assert text(trainee.lang, "drills.stop_button") in labels(card)
    trainee.page("drill_stop")
    assert trainee.row().state["awaits"] == "" and "done" not in trainee.kept()


def test_a_running_encounter_takes_the_words_first(trainee):
    lang = trainee.lang
    trainee.end([ORDER[lang]])
    trainee.page("drill")
    trainee.do(commands.Begin(SINGH, "practise"))
    trainee.type(GOOD[lang])
    assert trainee.row().turn == 1
    assert trainee.kept(1)["tries"] == 0
    old = trainee.row(1).token
    assert trainee.page("drill", 1, token=old) == [cards.Toast("whatif.running_toast")]
    shown = trainee.type("/drill")
    assert shown[0] == cards.Plain("practice.still_running")


def test_the_command_takes_the_newest_encounter_once_it_is_rated(trainee):
    lang = trainee.lang
    for name in ("/drill", "/exercice"):
        assert trainee.type(name) == [cards.Plain("drills.none_yet")]
    trainee.end([ORDER[lang]], rate=False)
    assert trainee.type("/drill") == [cards.SelfRating(trainee.row().token)]
    trainee.do(commands.Rate(trainee.row().token, 3))
    trainee.type("/exercice")
    assert trainee.row().state["awaits"] == "drill.label.1"


def test_after_one_drill_the_next_is_offered(trainee):
    lang = trainee.lang
    trainee.end([ORDER[lang], POOR[lang]])
    trainee.page("drill")
    first = trainee.row().state["awaits"]
    (card,) = trainee.type(GOOD[lang])
    after = next(c.command for c in card.choices if c.command.page == "drill")
    trainee.do(after)
    assert trainee.row().state["awaits"] not in (first, "")


def test_a_place_that_is_not_in_the_plan_begins_nothing(trainee):
    trainee.end([ORDER[trainee.lang]])
    for page, place in (("drill", 9), ("drill_again", 1), ("drill_again", 0)):
        assert trainee.page(page, place) == [cards.Toast("practice.over_toast")]
    assert trainee.row().state["awaits"] == ""


def days(clock, number, hour=12):
    moment = NOON.replace(hour=hour) + timedelta(days=number)
    clock[0] = int(moment.timestamp() * 1000)


def offered(shown):
    return [card for card in shown if isinstance(card, cards.Report)]


def drilled(trainee, remind="drill_yes"):
    trainee.end([ORDER[trainee.lang]])
    trainee.page("drill")
    trainee.type(POOR[trainee.lang])
    trainee.type(GOOD[trainee.lang])
    if remind:
        trainee.page(remind)


def test_who_asked_for_it_is_offered_the_drill_again_when_they_look_in(trainee, clock):
    lang = trainee.lang
    drilled(trainee)
    days(clock, 1)
    assert offered(trainee.type("/start")) == []
    days(clock, 2, hour=22)
    assert offered(trainee.type("/start")) == []
    days(clock, 3)
    (card,) = offered(trainee.type("/scenarios"))
    assert "3" in words([card], lang) and text(lang, "drills.name_label") in words([card], lang)
    assert offered(trainee.type("/start")) == []
    days(clock, 4)
    assert offered(trainee.type("/start")) == []
    days(clock, 8)
    assert len(offered(trainee.type("/start"))) == 1


def test_the_retest_is_the_same_moment_even_after_other_encounters(trainee, clock):
    lang = trainee.lang
    drilled(trainee)
    first = trainee.row().token
    days(clock, 2)
    debrief = trainee.end([GOOD[lang]])
    (card,) = offered(debrief)
    again = card.choices[0].command
    assert again == commands.After(first, "drill_again", 1)
    trainee.page("drill")
    trainee.do(again)
    assert trainee.row(0).state["awaits"] == ""
    assert trainee.row(1).state["awaits"] == "drill.label.1"
    trainee.type(GOOD[lang])
    assert [one["again"] for one in trainee.kept(1)["done"]] == [False, True]
    days(clock, 5)
    assert offered(trainee.type("/start")) == []


@pytest.mark.parametrize("remind", ["", "drill_no"])
def test_who_did_not_ask_is_offered_nothing(trainee, clock, remind):
    drilled(trainee, remind)
    days(clock, 3)
    assert offered(trainee.type("/start")) == []


def test_the_last_word_on_reminders_counts_whichever_encounter_it_was_said_after(trainee, clock):
    drilled(trainee)
    first = trainee.row().token
    days(clock, 1)
    trainee.end([GOOD[trainee.lang]])
    trainee.page("drill_no")
    days(clock, 3)
    assert offered(trainee.type("/start")) == []
    trainee.page("drill_yes", token=first)
    assert len(offered(trainee.type("/start"))) == 1


def test_nothing_is_offered_while_an_encounter_runs(trainee, clock):
    drilled(trainee)
    days(clock, 3)
    trainee.do(commands.Begin(SINGH, "practise"))
    assert offered(trainee.type("/start")) == offered(trainee.type("/scenarios")) == []


def test_rating_an_older_encounter_while_one_runs_offers_nothing(trainee, clock):
    drilled(trainee)
    trainee.end([GOOD[trainee.lang]], rate=False)
    unrated = trainee.row().token
    days(clock, 3)
    trainee.do(commands.Begin(SINGH, "practise"))
    assert offered(trainee.do(commands.Rate(unrated, 3))) == []
    trainee.type("stop")
    assert len(offered(trainee.type("/start"))) == 1


def test_of_two_that_are_due_one_waits_for_another_day(trainee, clock):
    drilled(trainee)
    trainee.page("drill", 2)
    for _ in range(3):
        trainee.type(ORDER[trainee.lang])
    assert len(trainee.kept()["done"]) == 2
    days(clock, 3)
    assert [len(offered(trainee.type("/start"))) for _ in range(3)] == [1, 0, 0]
    days(clock, 4)
    assert [len(offered(trainee.type("/start"))) for _ in range(2)] == [1, 0]
    days(clock, 5)
    assert offered(trainee.type("/start")) == []


def test_every_button_fits_and_every_skill_has_its_words():
    for lang in LANGS:
        for key in ("stop_button", "yes_button", "no_button", "again_button"):
            assert len(text(lang, f"drills.{key}")) <= 28
        for skill in SKILLS:
            short = text(lang, f"drills.short_{skill}")
            assert len(text(lang, "drills.next_button", skill=short)) <= 28
            assert text(lang, f"drills.name_{skill}")
            assert text(lang, f"drills.task_{skill}", words=15)
