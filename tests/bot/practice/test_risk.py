"""At moments that matter the trainee is asked what the risk is; words said instead go on."""

from contextlib import closing
from itertools import count

import pytest

from bot.chat.buttons import pack, unpack
from bot.chat.render import render
from bot.practice import cards, commands
from bot.practice.entry import handle
from bot.practice.session import load
from bot.practice.tools import Tools
from bot.store import encounters, people
from bot.store.work import Store
from bot.texts import LANGS
from bot.understanding import rules_reader
from dialogues.library import Library
from state_machines.behaviour import LEVELS
from tests.journeys.stage import SINGH


class Trainee:
    def __init__(self, store):
        self.store, self.serials = store, count(1)
        self.tools = Tools(Library(), rules_reader(), lambda: 7)
        self.panel = None

    def do(self, command):
        def work(tx):
            person = people.find_or_create(tx, 5)
            return handle(tx, self.tools, person, next(self.serials), command)

        shown = list(self.store.transact_now(work))
        self.panel = next((c for c in reversed(shown) if isinstance(c, cards.Panel)), self.panel)
        return shown

    def tap(self, choice):
        return self.do(commands.PanelChoice(self.panel.token, self.panel.turn, choice))

    def looks(self):
        def work(tx):
            row = encounters.current(tx, people.find_or_create(tx, 5).id)
            return load(tx, self.tools, row).looks

        return self.store.transact_now(work)


@pytest.fixture
def trainee(tmp_path):
    with closing(Store.open(f"sqlite:///{tmp_path / 'risk.db'}", bytes(32))) as store:
        one = Trainee(store)
        for command in (
            commands.Consent(),
            commands.SetLanguage("en"),
            commands.Begin(SINGH, "practise"),
            commands.Say("Hello, I'm the nurse in charge tonight."),
            commands.Say("What happened?"),
        ):
            one.do(command)
        yield one


def test_it_comes_up_at_its_moment_and_asks_for_the_behaviour_first(trainee):
    assert (trainee.panel.page, trainee.panel.asking) == ("risk", "level")
    assert [each.id for each in trainee.panel.risk] == list(LEVELS)


def test_its_three_questions_are_answered_and_kept_beside_what_was_there(trainee):
    trainee.tap("level.passive_resistant")
    assert trainee.panel.asking == "factors"
    number = next(each.choice for each in trainee.panel.risk if each.id == "crowd")
    trainee.tap(number)
    assert [each.id for each in trainee.panel.risk if each.chosen] == ["crowd"]
    trainee.tap("named")
    assert trainee.panel.asking == "changed"
    shown = trainee.tap("changed.easing")
    assert cards.Toast("practice.risk_toast") in shown and trainee.panel.page == "main"
    (look,) = trainee.looks()
    assert (look.level, look.factors, look.changed) == ("passive_resistant", ("crowd",), "easing")
    assert look.turn == 2 and "crowd" in look.seen.factors and look.seen.level in LEVELS


def test_a_factor_can_be_taken_back(trainee):
    trainee.tap("level.cooperative")
    trainee.tap("factor.0")
    trainee.tap("factor.0")
    assert not any(each.chosen for each in trainee.panel.risk)


def test_an_answer_to_a_question_not_asked_is_refused(trainee):
    for choice in ("named", "changed.easing", "factor.0", "level.furious"):
        assert trainee.tap(choice) == [cards.Toast("practice.answered_toast")]
    trainee.tap("level.cooperative")
    assert trainee.tap("factor.99") == [cards.Toast("practice.answered_toast")]


def test_not_now_leads_back_and_the_check_does_not_come_again(trainee):
    trainee.tap("later")
    assert (trainee.panel.page, trainee.panel.asking) == ("main", "")
    assert trainee.tap("level.cooperative") == [cards.Toast("practice.answered_toast")]
    trainee.do(commands.Say("I'm sorry you have waited so long."))
    assert [look.check for look in trainee.looks()].count("first_contact") == 1


def test_words_said_instead_take_the_turn_and_leave_the_check_unanswered(trainee):
    trainee.do(commands.Say("I'm sorry you have waited so long."))
    first = trainee.looks()[0]
    assert (first.asks, first.level) == ("", "")


def test_the_question_can_be_found_again_from_the_other_pages(trainee):
    trainee.tap("page.main")
    assert trainee.panel.page == "main" and trainee.panel.asking == "level"
    trainee.tap("page.risk")
    assert trainee.panel.page == "risk"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("asking", ["level", "factors", "changed"])
def test_every_question_has_words_and_buttons_that_fit(trainee, lang, asking):
    while trainee.panel.asking != asking:
        trainee.tap({"level": "level.cooperative", "factors": "named"}[trainee.panel.asking])
    (call,) = render([trainee.panel], lang)[-1:]
    assert "chat." not in str(call.params)
    for each in trainee.panel.risk:
        command = commands.PanelChoice(trainee.panel.token, trainee.panel.turn, each.choice)
        assert unpack(pack(command)) == command
