"""Corrections are judged and heads are put into use and taken back, on the real command line."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from os import environ
from typing import NamedTuple

import numpy as np
import pytest

from bot.app import opened
from bot.settings import Settings
from bot.store import corrections, people
from bot.store.corrections import ACCEPTED, PROPOSED, REJECTED, REVIEWED
from bot.understanding import versions
from bot.understanding.head import NUMBERS, SHIPPED, Layer, Spelling, load, save
from tests.bot.store.rows import begin, propose

SHORT, LONG = 60, 500
"""Seconds a command may take; a long one reads the frozen lines."""

APOLOGY = "I'm sorry you waited."


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


def command_on(data, seconds=SHORT):
    """Runs `python -m bot ARGUMENTS` on a data folder."""

    def run(*arguments, given=""):
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=given.encode(),
            capture_output=True,
            timeout=seconds,
            env={**environ, "STEPDOWN_DATA": str(data)},
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def stepdown(tmp_path):
    return command_on(tmp_path)


@pytest.fixture
def understanding(stepdown):
    return lambda *arguments: stepdown("understanding", *arguments)


@pytest.fixture
def do(tmp_path):
    """Runs one piece of work on the store that the commands use."""

    def doing(work, *given, **named):
        with opened(Settings(STEPDOWN_DATA=tmp_path)) as store:
            return store.transact_now(lambda tx: work(tx, *given, **named))

    return doing


@pytest.fixture
def person(do):
    """Somebody with two proposed corrections, 1 and 2; their id."""
    encounter = do(begin)
    french = {"lang": "fr", "text": "Assoyez-vous donc.", "previous": ""}
    do(propose, encounter, 1)
    do(propose, encounter, 2, **french, old_acts=(), new_acts=("offer_comfort",))
    return encounter.person_id


def fails(done, *says):
    """The command failed with one line on standard error that says this."""
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1 and "Traceback" not in done.err
    for words in says:
        assert words in done.err


def states(do):
    every = do(corrections.having, PROPOSED, ACCEPTED, REVIEWED, REJECTED)
    return [kept.state for kept in every]


@pytest.mark.usefixtures("person")
def test_corrections_proposed_and_in_use_are_listed_as_one_json_document(understanding, do):
    do(corrections.judge, 2, ACCEPTED)
    done = understanding("corrections", "--json")
    assert (done.code, done.err, done.out.count("\n")) == (0, "", 1)
    first, second = json.loads(done.out)
    assert 0 < first.pop("made_at") <= second.pop("made_at")
    assert first == {
        "id": 1,
        "state": "proposed",
        "lang": "en",
        "text": "So you walked out on her? \x00 🚓",
        "previous": "I left my shift.",
        "old_acts": ["moralise", "reflect"],
        "new_acts": ["reflect"],
    }
    assert (second["id"], second["lang"], second["old_acts"]) == (2, "fr", [])
    assert second["state"] == "accepted"


@pytest.mark.usefixtures("person")
def test_corrections_not_turned_down_are_listed_one_a_line(understanding, do):
    do(propose, do(begin), 1)
    do(corrections.judge, 3, REJECTED)
    code, out, err = understanding("corrections")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "   1 proposed  en moralise+reflect -> reflect  "
        "'So you walked out on her? \\x00 🚓' after 'I left my shift.'",
        "   2 proposed  fr - -> offer_comfort  'Assoyez-vous donc.' after ''",
    ]


@pytest.mark.usefixtures("person")
def test_a_correction_gets_the_state_that_it_is_judged_to(understanding, do):
    for word, state in (("accept", ACCEPTED), ("review", REVIEWED), ("reject", REJECTED)):
        assert understanding(word, "1") == (0, f"Correction 1 is {state}.\n", "")
        assert states(do) == [state, PROPOSED]


@pytest.mark.usefixtures("person")
def test_a_correction_that_is_not_there_is_one_clear_line(understanding, do):
    fails(understanding("reject", "99"), "there is no correction 99; list them")
    assert states(do) == [PROPOSED, PROPOSED]


def test_the_corrections_of_somebody_erased_are_gone(understanding, person, do):
    do(people.erase, person)
    assert understanding("corrections") == (0, "", "")
    fails(understanding("accept", "1"), "there is no correction 1; list them")


def test_with_nothing_promoted_there_is_nothing_to_take_back(understanding):
    fails(understanding("rollback"), "nothing was promoted", "the head that came with the program")


def test_a_version_that_is_not_there_cannot_be_evaluated(understanding):
    fails(understanding("evaluate", "--version", "009"), "009", "train one")


@pytest.fixture
def heads(tmp_path):
    """The folder of heads, with version 001 in use: the shipped head once more."""
    folder = tmp_path / "heads"
    shutil.copytree(SHIPPED, folder / "001")
    versions.promote(folder, "001")
    return folder


def promoted(heads):
    return json.loads((heads / versions.PROMOTED).read_text(encoding="utf-8"))


def test_a_damaged_head_in_use_is_one_clear_line_until_it_is_taken_back(stepdown, heads):
    numbers = heads / "001" / NUMBERS
    numbers.write_bytes(numbers.read_bytes()[:100_000])
    says = (str(heads / "001"), "train one or roll back")
    fails(stepdown("read", "--json", given=APOLOGY), *says)
    assert stepdown("understanding", "rollback").code == 0
    read = stepdown("read", "--json", given=APOLOGY)
    assert json.loads(read.out)["acts"][0]["act"] == "apologise"


def test_a_damaged_list_of_promotions_is_one_clear_line(stepdown, heads):
    (heads / versions.PROMOTED).write_text('["001"', encoding="utf-8")
    fails(stepdown("read", given=APOLOGY), "promoted.json is damaged; delete it and promote again")


def worse_than(head):
    """The head with every act's weights given to its neighbour."""
    places = np.arange(len(head.outputs))
    places[: len(head.acts)] = np.roll(places[: len(head.acts)], 1)

    def moved(layer):
        return Layer(layer.weights[:, places], layer.bias[places])

    spelt = head.spelling
    spelling = Spelling(spelt.weights[:, places], spelt.scale[places], spelt.rarity)
    return replace(head, shown=moved(head.shown), spelling=spelling, form=moved(head.form))


class Promotions(NamedTuple):
    """What came of promoting a worse head, then an equal one, and of taking back two steps."""

    heads: object
    refused: Done
    after_refusal: list
    accepted: Done
    after_acceptance: list
    read: Done
    back: Done
    after_one_step: list
    further_back: Done


@pytest.fixture(scope="module")
def promotions(tmp_path_factory):
    """Version 001 is in use from the start, 002 is worse, 003 is equal."""
    data = tmp_path_factory.mktemp("promotions")
    heads, run = data / "heads", command_on(data, LONG)
    for version in ("001", "003"):
        shutil.copytree(SHIPPED, heads / version)
    save(worse_than(load(SHIPPED)), heads / "002")
    versions.promote(heads, "001")
    return Promotions(
        heads,
        run("understanding", "promote", "002"),
        promoted(heads),
        run("understanding", "promote", "003"),
        promoted(heads),
        run("read", "--json", given=APOLOGY),
        run("understanding", "rollback"),
        promoted(heads),
        run("understanding", "rollback"),
    )


@pytest.mark.timeout(3 * LONG)
class TestPromoting:
    """The frozen lines are read twice, once for all of these."""

    def test_a_worse_head_is_refused_with_the_reasons(self, promotions):
        fails(promotions.refused, "not promoted: en: macro-F1 falls by 0.", "; fr: macro-F1 falls")
        assert "en: recall of threaten falls by 0." in promotions.refused.err
        assert promotions.after_refusal == ["001"]

    def test_an_equal_head_is_put_into_use_and_read_with(self, promotions):
        said = "Version 003 is in use from the next start on.\n"
        assert promotions.accepted == (0, said, "")
        assert promotions.after_acceptance == ["001", "003"]
        assert json.loads(promotions.read.out)["acts"][0]["act"] == "apologise"

    def test_a_version_that_is_not_there_is_one_clear_line(self, tmp_path):
        fails(command_on(tmp_path, LONG)("understanding", "promote", "009"), "009", "train one")
        assert not (tmp_path / "heads" / versions.PROMOTED).exists()

    def test_it_can_be_taken_back_down_to_the_shipped_one(self, promotions):
        said = "In use from the next start on: "
        assert promotions.back == (0, f"{said}{promotions.heads / '001'}\n", "")
        assert promotions.after_one_step == ["001"]
        assert promotions.further_back == (0, f"{said}{SHIPPED}\n", "")
        assert versions.in_use(promotions.heads) == SHIPPED
