"""A reader's version is always the same, until anything in the package that reads has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.understanding import fingerprint, learnt_reader, rules_reader
from bot.understanding.head import KNOWN, NUMBERS, SHIPPED


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A copy of all that reads."""
    ignored = shutil.ignore_patterns("__pycache__", "model", "seeds")
    return Path(shutil.copytree(fingerprint.HERE, tmp_path / "understanding", ignore=ignored))


@pytest.fixture
def head(tmp_path: Path) -> Path:
    """A copy of the head that is shipped."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "head"))


def add(path: Path, more: bytes) -> None:
    path.write_bytes(path.read_bytes() + more)


def test_the_same_files_have_the_same_version_wherever_they_lie(written: Path, head: Path) -> None:
    assert fingerprint.of_rules(written) == fingerprint.of_rules() == rules_reader().version
    assert fingerprint.of_reader(head, True) == fingerprint.of_reader(SHIPPED, True)


@pytest.mark.parametrize(
    "name", ["english/asking.py", "french/topics.py", "combining.py", "words/fr.txt"]
)
def test_a_rule_a_word_or_how_they_are_used_changes_it(written: Path, name: str) -> None:
    add(written / name, b"\n# x\n")
    assert fingerprint.of_rules(written) != fingerprint.of_rules()


def test_a_file_that_comes_or_goes_changes_it(written: Path) -> None:
    (written / "english" / "asking.py").rename(written / "english" / "wondering.py")
    assert fingerprint.of_rules(written) != fingerprint.of_rules()


def test_what_only_teaches_and_the_ends_of_lines_change_nothing(written: Path) -> None:
    add(written / "training" / "learning.py", b"\n# x\n")
    for path in written.glob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert fingerprint.of_rules(written) == fingerprint.of_rules()


@pytest.mark.parametrize("name", [KNOWN, NUMBERS])
def test_a_head_that_learnt_something_else_changes_it(head: Path, name: str) -> None:
    add(head / name, b" ")
    assert fingerprint.of_reader(head, True) != fingerprint.of_reader(SHIPPED, True)


def test_it_says_what_it_is_made_of_and_stays_short() -> None:
    rules, learnt = rules_reader().version, learnt_reader().version
    assert learnt.startswith(f"{rules} head-") and "encoder-" in learnt and len(learnt) <= 60
    assert fingerprint.of_reader(SHIPPED, False).endswith("encoder-none")
