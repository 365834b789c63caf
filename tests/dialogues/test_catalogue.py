"""The shared tables: acts, postures, deeds and personas, in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialogues.catalogue import (
    POINTS_PER_STEP,
    catalogue_text,
    load_catalogue,
    make_catalogue,
    personas,
    read_tables,
)
from dialogues.diagnostics import ScenarioError
from dialogues.scenario import Lang
from state_machines.acts import VARIABLES, Polarity

TABLES = Path(__file__).parents[2] / "dialogues"


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the four files that a test may change."""
    for name in ("acts", "postures", "deeds", "personas"):
        shutil.copy(TABLES / f"{name}.yaml", tmp_path)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_there_are_36_helpful_and_20_harmful_acts() -> None:
    acts = load_catalogue().acts.values()
    harmful = [act for act in acts if act.polarity is Polarity.HARMFUL]
    assert (len(acts), len(harmful)) == (56, 20)


def test_an_act_is_written_in_steps_and_felt_in_points(tables: Path) -> None:
    written = read_tables(tables).acts.acts["introduce"].effect
    felt = load_catalogue().acts["introduce"].effect
    for variable in VARIABLES:
        assert felt[variable] == getattr(written, variable) * POINTS_PER_STEP
    assert (written.trust, felt.trust) == (1, 4)


def test_postures_and_deeds_are_written_in_points(tables: Path) -> None:
    written = read_tables(tables)
    catalogue = load_catalogue()
    close = written.postures.postures["distance"].values["close"].effect
    assert catalogue.stances["distance", "close"].effect.fear == close.fear
    assert catalogue.deeds["wait"].effect.trust == written.deeds.deeds["wait"].effect.trust


def test_the_starting_posture_threatens_nobody() -> None:
    catalogue = load_catalogue()
    assert set(catalogue.default_posture) == {d for d, _ in catalogue.stances}
    assert all(catalogue.stances[item].threat == 0 for item in catalogue.default_posture.items())


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_everything_has_words(lang: Lang) -> None:
    catalogue, words = load_catalogue(), catalogue_text(lang)
    assert set(words.acts) == set(catalogue.acts)
    assert set(words.stances) == set(catalogue.stances)
    assert set(words.deeds) == set(catalogue.deeds)
    assert set(words.personas) == set(personas())
    for name, act in catalogue.acts.items():
        text = words.acts[name]
        assert len(text.examples) >= 2
        assert bool(text.instead) is (act.polarity is Polarity.HARMFUL), name


def test_a_persona_rests_within_the_scale() -> None:
    for persona in personas().values():
        assert all(0 <= persona.baseline[variable] <= 100 for variable in VARIABLES)


def test_the_version_changes_with_any_file(tables: Path) -> None:
    seen = {make_catalogue(read_tables(tables)).version}
    for name in ("acts", "postures", "deeds", "personas"):
        with (tables / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write("# edited\n")
        seen.add(make_catalogue(read_tables(tables)).version)
    assert len(seen) == 5
    assert load_catalogue().version in seen


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("acts", "    polarity: helpful", "    polarity: helpfull", "did you mean `helpful`?"),
        ("acts", "{arousal: -1,", "{arousal: -3,", "must be -2 or more"),
        ("postures", "default: talking", "default: talk", "did you mean `talking`?"),
        ("deeds", "group: time", "group: tme", "did you mean `time`?"),
        ("personas", "{listen: 1.1", "{listn: 1.1", "did you mean `listen`?"),
    ],
)
def test_a_slip_in_a_table_is_told_with_its_place(
    tables: Path, file: str, old: str, new: str, told: str
) -> None:
    change(tables / f"{file}.yaml", old, new)
    with pytest.raises(ScenarioError) as caught:
        read_tables(tables)
    (problem,) = caught.value.problems
    assert problem.file == f"{file}.yaml"
    assert problem.line > 1
    assert told in problem.message
