"""The score that is kept is the one that its turns give, on both databases and a year later."""

import json
from dataclasses import replace
from itertools import count
from random import Random

import pytest
from typer.testing import CliRunner

from bot.cli import app, scoring
from bot.feedback.rubric.score import as_data
from bot.practice import cards, commands, kept_score, skills
from bot.practice.kept_score import kept_with
from bot.practice.scoring import scored_encounter
from bot.practice.session import UNKNOWN, Pending, keep, load, read_by, turns
from bot.practice.taking import take
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.work import Store
from bot.understanding import rules_reader
from dialogues.catalogue import version
from dialogues.library import Library
from dialogues.policies import POLICIES
from state_machines.acts import Reading
from tests.bot.practice.trainees import Trainee
from tests.bot.store.places import (
    KEY,
    ON_POSTGRESQL,
    ON_SQLITE,
    postgres_place,
    sqlite_place,
)

SEEDS = (1, 2)
SCENES = ("er_waiting_room", "bridge_rail", "custody_exchange")
READER = "a reader of long ago"

ON_BOTH = pytest.mark.parametrize("place", [*ON_SQLITE, *ON_POSTGRESQL], indirect=True)


@pytest.fixture
def place(request, tmp_path):
    """SQLite, unless a test asks for both."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return sqlite_place(tmp_path)
    return postgres_place(request.getfixturevalue("server"))


@pytest.fixture
def reopened(place):
    """Opens the database, closing it first where it is open."""
    stores = []

    def opening():
        for store in stores:
            store.close()
        stores[:] = [Store.open(place.url, KEY)]
        return stores[0]

    yield opening
    for store in stores:
        store.close()


class ByPolicy(Trainee):
    """Somebody who plays by a policy; the words of their moves count as read by `READER`."""

    def __init__(self, store):
        tools = Tools(Library(), rules_reader(), lambda: self.seed)
        super().__init__(store, tools, count(1), 5)
        self.seed = 0
        for command in (commands.Consent(), commands.SetLanguage("en")):
            self.do(command)

    def play(self, policy, seed, scenario=SCENES[0], mode="practise"):
        """An encounter up to its end; its token."""
        self.seed = seed
        role = Library().load(scenario).scenario.roles[0]
        panel = self.do(commands.Begin(scenario, mode, role))[-1]
        chance, shown = Random(seed), []
        while not any(isinstance(card, cards.SelfRating) for card in shown):
            shown = self.store.transact_now(lambda tx: self.moved(tx, policy, chance))
        return panel.token

    def moved(self, tx, policy, chance):
        session = load(tx, self.tools, encounters.current(tx, self.person(tx).id))
        move = POLICIES[policy](session.scene, session.prepared, chance)
        session = replace(session, pending=Pending(move.posture, move.deeds))
        return take(tx, read_by(session, READER), next(self.serials), move.reading or Reading())

    def rated(self, *given, **named):
        token = self.play(*given, **named)
        self.do(commands.Rate(token, 3))
        return token

    def computed(self, token):
        """The score that the stored turns give."""

        def work(tx):
            session = load(tx, self.tools, encounters.by_token(tx, token))
            return skills.score_of(session, turns(tx, session))

        return self.store.transact_now(work)

    def scored(self, token):
        """The score as /progress and /history tell it."""

        def work(tx):
            return skills.scored(tx, load(tx, self.tools, encounters.by_token(tx, token)))

        return self.store.transact_now(work)

    def report(self, token):
        return self.store.transact_now(lambda tx: scored_encounter(tx, self.tools, token))


@pytest.fixture
def trainee(reopened):
    return ByPolicy(reopened())


@ON_BOTH
def test_whatever_is_played_the_score_kept_is_the_one_its_turns_give(trainee, reopened):
    tokens = [
        trainee.rated(policy, seed, SCENES[(seed + place) % len(SCENES)])
        for place, policy in enumerate(POLICIES)
        for seed in SEEDS
    ]
    trainee.store = reopened()
    totals = set()
    for token in tokens:
        kept, computed = kept_with(trainee.row(token)), trainee.computed(token)
        assert kept.score == computed and kept.stands
        assert trainee.report(token)["same"] is True
        totals.add(computed.total)
    assert len(totals) > len(POLICIES), "scores that differ, or the test shows nothing"


def test_it_is_kept_with_the_versions_of_all_that_it_rests_on(trainee):
    token = trainee.rated("novice", 1)
    kept, row = kept_with(trainee.row(token)), trainee.row(token)
    assert (kept.rubric, kept.catalogue) == (kept_score.VERSION, version())
    assert (kept.readers, kept.scenario_hash) == ((READER,), row.scenario_hash)


def test_nothing_is_kept_before_the_trainee_has_rated_themselves(trainee):
    token = trainee.play("novice", 1)
    assert kept_with(trainee.row(token)) is None
    report = trainee.report(token)
    assert (report["stored"], report["same"]) == (None, None)
    assert report["total"] == trainee.computed(token).total


@pytest.mark.parametrize("changed", ["VERSION", "version"])
def test_another_rubric_or_catalogue_is_computed_afresh(trainee, monkeypatch, changed):
    """A kept score that was made up shows from where a score comes."""
    token = trainee.rated("novice", 1)
    computed, row = trainee.computed(token), trainee.row(token)
    pretended = row.state["score"] | {"score": row.state["score"]["score"] | {"total": 4.99}}

    def pretend(tx):
        state = row.state | {"score": pretended}
        encounters.save(tx, row, phase=row.phase, turn=row.turn, state=state)

    trainee.store.transact_now(pretend)
    assert trainee.scored(token).total == 4.99
    other = 99 if changed == "VERSION" else lambda: "other"
    monkeypatch.setattr(kept_score, changed, other)
    assert trainee.scored(token) == computed != kept_with(trainee.row(token)).score


def test_a_kept_score_needs_no_turn_to_be_told(trainee, monkeypatch):
    token = trainee.rated("expert", 1)
    monkeypatch.setattr(encounters, "turns", None)
    assert trainee.scored(token).total == trainee.row(token).state["score"]["score"]["total"]


@ON_BOTH
def test_encounters_whose_score_was_not_kept_or_otherwise_still_load_and_are_scored(trainee):
    token = trainee.rated("expert", 1)
    now = trainee.row(token).state
    bare = {name: kept for name, kept in now.items() if name not in ("score", "readers")}
    for old in (bare, bare | {"score": {"total": 4}}, bare | {"score": now["score"]["score"]}):
        row = trainee.row(token)
        trainee.store.transact_now(
            lambda tx, row=row, old=old: encounters.save(
                tx, row, phase=row.phase, turn=row.turn, state=old
            )
        )
        assert trainee.scored(token) == trainee.computed(token)
        report = trainee.report(token)
        stored = report["readers"], report["stored"], report["same"]
        assert stored == ([UNKNOWN], None, None)


def test_a_score_that_only_another_program_can_read_stays_as_it_was(trainee):
    token, theirs = trainee.rated("expert", 1), {"form": 9, "skills": [4, None]}

    def work(tx):
        row = encounters.by_token(tx, token)
        state = row.state | {"score": theirs}
        encounters.save(tx, row, phase=row.phase, turn=row.turn, state=state)
        session = load(tx, trainee.tools, encounters.by_token(tx, token))
        keep(tx, replace(session, notes={"explain": {}}))

    trainee.store.transact_now(work)
    assert trainee.row(token).state["notes"] == {"explain": {}}
    assert trainee.row(token).state["score"] == theirs
    assert trainee.scored(token) == trainee.computed(token)


def test_each_reader_that_read_words_is_kept_once_in_its_order(trainee):
    first = replace(trainee.tools.reader, version="first")
    second = replace(trainee.tools.reader, version="second")
    panel = trainee.do(commands.Begin(SCENES[0], "learn", "nurse"))[-1]
    assert "readers" not in trainee.row(panel.token).state
    steps = (
        (first, commands.PanelChoice(panel.token, 1, "wait"), []),
        (first, commands.Say("sdkfjh sdkfjhsdf"), []),
        (first, commands.Say("You sound scared for her."), ["first"]),
        (second, commands.PanelChoice(panel.token, 3, "line.1"), ["first", "second"]),
        (first, commands.Say("I'm sorry nobody came."), ["first", "second"]),
    )
    for reader, command, expected in steps:
        trainee.tools = replace(trainee.tools, reader=reader)
        trainee.do(command)
        assert trainee.row(panel.token).state.get("readers", []) == expected


def test_turns_taken_before_readers_were_kept_are_not_claimed_for_the_newest(trainee):
    panel = trainee.do(commands.Begin(SCENES[0], "learn", "nurse"))[-1]
    trainee.do(commands.Say("I'm sorry nobody came."))
    trainee.as_if_kept_before("readers")
    trainee.do(commands.PanelChoice(panel.token, 2, "later"))
    trainee.do(commands.Say("You sound scared for her."))
    expected = [UNKNOWN, trainee.tools.reader.version]
    assert trainee.row(panel.token).state["readers"] == expected


def test_the_command_line_says_whether_and_why_the_kept_score_is_another(
    trainee, monkeypatch, tmp_path
):
    token = trainee.rated("novice", 1)
    report = trainee.report(token)
    assert report["stored"] == {
        **as_data(trainee.computed(token)),
        "catalogue": version(),
        "readers": [READER],
        "scenario_hash": report["scenario_hash"],
    }
    monkeypatch.setattr(scoring, "scored_encounter", lambda *_, **__: report)
    env = {"STEPDOWN_DATA": str(tmp_path)}
    run = CliRunner()
    assert json.loads(run.invoke(app, ["score", token, "--json"], env=env).stdout) == report
    assert "kept" not in run.invoke(app, ["score", token], env=env).stdout
    report["same"] = False
    for key, was, says in (
        ("rubric", 0, f"rubric 0 then, {kept_score.VERSION} now"),
        ("catalogue", "older", f"catalogue older then, {version()} now"),
        ("total", 1.0, "total 1.00 (with the same versions"),
    ):
        kept = report["stored"] | {key: was}
        monkeypatch.setattr(
            scoring, "scored_encounter", lambda *_, k=kept, **__: report | {"stored": k}
        )
        shown = " ".join(run.invoke(app, ["score", token], env=env).stdout.split())
        assert says in shown and "The score kept after the encounter is another" in shown


def test_the_score_of_a_transcript_names_its_versions_too(tmp_path):
    path = tmp_path / "transcript.json"
    path.write_text(json.dumps([{"speaker": "trainee", "text": "I'm sorry nobody came."}]))
    found = scoring.of_transcript(path, "en", rules_reader())
    assert (found["rubric"], found["catalogue"]) == (kept_score.VERSION, version())
    assert found["readers"] == [rules_reader().version]
