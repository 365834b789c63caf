"""How hard the next encounter is follows what was chosen, else the last two endings."""

from contextlib import closing
from itertools import count

import pytest

from bot.chat.buttons import pack, unpack
from bot.practice import cards, commands
from bot.practice.entry import handle
from bot.practice.levels import level_for
from bot.practice.tools import Tools
from bot.store import encounters, people
from bot.store.work import Store
from bot.understanding import rules_reader
from dialogues.library import Library
from state_machines.calibration import LEVELS
from tests.journeys.stage import SINGH


@pytest.fixture
def trainee(tmp_path):
    with closing(Store.open(f"sqlite:///{tmp_path / 'levels.db'}", bytes(32))) as store:
        tools = Tools(Library(), rules_reader(), lambda: 7)
        serials = count(1)

        def do(command):
            def work(tx):
                return handle(tx, tools, people.find_or_create(tx, 5), next(serials), command)

            return list(store.transact_now(work))

        for command in (commands.Consent(), commands.SetLanguage("en")):
            do(command)
        yield store, do


def ended(store, *goods, level="usual"):
    """Keeps encounters that ended well or badly, oldest first."""

    def work(tx):
        person = people.find_or_create(tx, 5)
        for good in goods:
            encounters.pin_scenario(tx, "h", SINGH, "{}")
            row = encounters.begin(
                tx,
                person.id,
                scenario_id=SINGH,
                scenario_hash="h",
                lang="en",
                mode="practise",
                seed=1,
                state={"scene": {"level": level}},
                phase="contact",
            )
            state = {"scene": {"level": level}, "good": good}
            encounters.save(
                tx, row, phase="ended", turn=3, state=state, ended_at=tx.now, ending="settled"
            )

    store.transact_now(work)


def level(store):
    return store.transact_now(lambda tx: level_for(tx, people.find_or_create(tx, 5)))


@pytest.mark.parametrize(
    ("goods", "before", "after"),
    [
        ((), "usual", "usual"),
        ((True,), "usual", "usual"),
        ((True, True), "usual", "harder"),
        ((True, True), "harder", "harder"),
        ((False, False), "usual", "easier"),
        ((False, False), "easier", "easier"),
        ((False, False), "harder", "usual"),
        ((True, False), "usual", "usual"),
        ((False, True, True), "usual", "harder"),
    ],
)
def test_two_endings_alike_move_the_level_by_one_step(trainee, goods, before, after):
    store, _ = trainee
    ended(store, *goods, level=before)
    assert level(store) == after


def test_a_chosen_level_wins_over_the_results_until_automatic_is_chosen(trainee):
    store, do = trainee
    ended(store, True, True)
    assert do(commands.SetLevel("easier")) == [cards.Levels("easier")]
    assert level(store) == "easier"
    assert do(commands.SetLevel("auto")) == [cards.Levels("auto")]
    assert level(store) == "harder"


def test_an_unknown_level_changes_nothing(trainee):
    store, do = trainee
    do(commands.SetLevel("harder"))
    assert do(commands.SetLevel("brutal")) == [cards.Levels("harder")]
    assert level(store) == "harder"


def test_the_level_shows_in_how_the_subject_starts_and_is_said(trainee):
    store, do = trainee
    starts = {}
    for name in LEVELS:
        do(commands.SetLevel(name))
        shown = do(commands.Begin(SINGH, "practise"))
        said = [card.key for card in shown if isinstance(card, cards.Plain)]
        assert said == ([] if name == "usual" else [f"practice.level_{name}"])
        running = store.transact_now(
            lambda tx: encounters.current(tx, people.find_or_create(tx, 5).id)
        )
        starts[name] = running.state["scene"]["subject"]["feelings"]
        assert running.state["scene"]["level"] == name
        do(commands.Stop())
    assert starts["easier"]["arousal"] < starts["usual"]["arousal"] < starts["harder"]["arousal"]
    assert starts["easier"]["trust"] > starts["usual"]["trust"] > starts["harder"]["trust"]


@pytest.mark.parametrize(
    "command",
    [
        commands.SetLevel("harder"),
        commands.Begin(SINGH, "learn", "nurse"),
        commands.Begin(SINGH, "practise"),
    ],
)
def test_its_buttons_carry_it(command):
    assert unpack(pack(command)) == command


def test_deeds_of_other_roles_are_not_offered(trainee):
    _, do = trainee
    offered = {}
    for role in ("nurse", "security"):
        panel = next(
            card
            for card in do(commands.Begin(SINGH, "practise", role))
            if isinstance(card, cards.Panel)
        )
        offered[role] = {deed.id for deed in panel.deeds}
        do(commands.Stop())
    assert "call_security" in offered["nurse"] - offered["security"]


def test_a_role_the_scenario_is_not_for_begins_nothing(trainee):
    _, do = trainee
    shown = do(commands.Begin(SINGH, "practise", "police"))
    assert shown[0] == cards.Plain("practice.no_such_scenario")
