"""The shelf of scenarios: finding, caching, last good revision, and pinned content."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.diagnostics import ScenarioError, Severity
from dialogues.library import Library, check_sources
from dialogues.play import Play

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of scenarios with one in it."""
    shutil.copytree(FIXTURES / "tiny", tmp_path / "tiny")
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    """Change a file, with a time of change that no clock can make equal."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    changed = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(changed, changed))


def test_the_folder_name_is_the_id(shelf: Path) -> None:
    (shelf / "notes").mkdir()
    (shelf / "Draft").mkdir()
    (shelf / "Draft" / "scenario.yaml").touch()
    library = Library(shelf)
    assert library.ids() == ("tiny",)
    assert library.load("tiny").id == "tiny"


def test_no_folder_is_an_empty_shelf(tmp_path: Path) -> None:
    assert Library(tmp_path / "none").ids() == ()


@pytest.mark.parametrize("name", ["tinny", "../tiny", "", "tiny/", "TINY", "a\x00b"])
def test_an_unknown_id_is_refused(shelf: Path, name: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        Library(shelf).load(name)
    assert caught.value.problems[0].code == "D014"


def test_a_close_id_is_suggested(shelf: Path) -> None:
    with pytest.raises(ScenarioError, match="did you mean `tiny`"):
        Library(shelf).load("tinny")


def test_an_unchanged_scenario_is_read_once(shelf: Path) -> None:
    library = Library(shelf)
    assert library.load("tiny") is library.load("tiny")


def test_an_edit_is_seen_and_changes_the_hash(shelf: Path) -> None:
    library = Library(shelf)
    before = library.load("tiny")
    edit(shelf / "tiny" / "en.yaml", "title: The locked door", "title: The closed door")
    after = library.load("tiny")
    assert after.words["en"].title == "The closed door"
    assert after.hash != before.hash
    assert after != before


def test_a_remark_does_not_change_the_hash(shelf: Path) -> None:
    library = Library(shelf)
    before = library.load("tiny")
    edit(shelf / "tiny" / "scenario.yaml", "duty: give_reason", "duty: give_reason # always")
    assert library.load("tiny") == before


def test_the_order_of_endings_is_part_of_the_content(shelf: Path) -> None:
    library = Library(shelf)
    before = library.load("tiny")
    path = shelf / "tiny" / "scenario.yaml"
    last = "  long_night: {good: false, when: turn >= 20}\n"
    edit(path, last, "")
    edit(path, "  broke_door:", last + "  broke_door:")
    after = library.load("tiny")
    assert after.scenario.endings == before.scenario.endings
    assert after.hash != before.hash


def test_a_broken_edit_keeps_the_last_good_one_and_tells(shelf: Path) -> None:
    library = Library(shelf)
    good = library.load("tiny")
    edit(shelf / "tiny" / "scenario.yaml", "difficulty: 2", "dificulty: 2")
    assert library.load("tiny") == good
    assert [str(p) for p in library.problems("tiny")] == [
        "tiny/scenario.yaml:1:1 D005 missing key `difficulty`",
        "tiny/scenario.yaml:4:1 D004 unknown key `dificulty`; did you mean `difficulty`?",
    ]
    edit(shelf / "tiny" / "scenario.yaml", "dificulty: 2", "difficulty: 3")
    assert library.load("tiny").scenario.difficulty == 3
    assert library.problems("tiny") == ()


def test_a_lint_error_counts_as_broken_and_a_warning_does_not(shelf: Path) -> None:
    library = Library(shelf)
    good = library.load("tiny")
    edit(shelf / "tiny" / "scenario.yaml", "duty: give_reason", "duty: give_raison")
    assert library.load("tiny") == good
    edit(shelf / "tiny" / "scenario.yaml", "duty: give_raison", "duty: give_reason")
    edit(shelf / "tiny" / "en.yaml", "What do you mean?", "I don't follow.")
    assert library.load("tiny") != good
    assert [p.severity for p in library.problems("tiny")] == [Severity.WARNING]


def test_a_deleted_file_keeps_the_last_good_one(shelf: Path) -> None:
    library = Library(shelf)
    good = library.load("tiny")
    (shelf / "tiny" / "fr.yaml").unlink()
    assert library.load("tiny") == good
    assert library.problems("tiny")[0].code == "D007"


def test_a_scenario_that_was_never_good_tells_every_problem_of_every_file(shelf: Path) -> None:
    edit(shelf / "tiny" / "scenario.yaml", "difficulty: 2", "difficulty: 9")
    edit(shelf / "tiny" / "en.yaml", "title:", "titel:")
    edit(shelf / "tiny" / "fr.yaml", "teaser: La", "teaser: La : ")
    with pytest.raises(ScenarioError) as caught:
        Library(shelf).load("tiny")
    found = {(p.file, p.code) for p in caught.value.problems}
    assert found == {
        ("tiny/scenario.yaml", "D006"),
        ("tiny/en.yaml", "D004"),
        ("tiny/en.yaml", "D005"),
        ("tiny/fr.yaml", "D001"),
    }
    assert len(str(caught.value).splitlines()) == len(caught.value.problems)


def test_content_restores_the_same_play(tiny: Play) -> None:
    back = Play.from_content(tiny.content())
    assert back == tiny
    assert hash(back) == hash(tiny)
    assert (back.scenario, back.words) == (tiny.scenario, tiny.words)
    assert back.content() == tiny.content()


def test_content_keeps_accents_readable(tiny: Play) -> None:
    assert "La porte barrée" in tiny.content()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"id": 1}', "null"])
def test_what_is_no_content_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"content of a play|Expecting value"):
        Play.from_content(text)


def test_content_with_a_part_missing_is_refused(tiny: Play) -> None:
    data = json.loads(tiny.content())
    del data["scenario"]["duty"]
    with pytest.raises(ValueError, match="duty"):
        Play.from_content(json.dumps(data))


_PIECES = st.sampled_from(
    [
        "endings:",
        "  a: ",
        "{good: true, when: ",
        "turn >= 3",
        "}",
        "\n",
        "- ",
        "|",
        "deeds: ",
        "wait",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["scenario.yaml", "en.yaml", "fr.yaml"]),
    st.text(max_size=80) | st.lists(_PIECES, max_size=20).map("".join),
    st.booleans(),
)
def test_any_text_gives_a_play_or_problems(file: str, text: str, added: bool) -> None:
    source = {
        path.name: path.read_text(encoding="utf-8") for path in (FIXTURES / "tiny").glob("*.yaml")
    }
    source[file] = source[file] + text if added else text
    play, problems = check_sources("tiny", source)
    assert play is not None or problems
