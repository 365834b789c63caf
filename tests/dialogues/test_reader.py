"""Reading YAML: what is text, what is refused, and where."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.diagnostics import ScenarioError
from dialogues.reader import MOST_BYTES, parse, read


def first(text: str) -> str:
    """The first problem of a text that must not be read."""
    with pytest.raises(ScenarioError) as caught:
        parse(text, "f.yaml")
    return str(caught.value.problems[0])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True),
        ("false", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("8", 8),
        ("+10", 10),
        ("-3", -3),
        ("1.5", 1.5),
        ("-0.25", -0.25),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("012", "012"),
        ("1e3", "1e3"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("2026-11-24", "2026-11-24"),
        (".inf", ".inf"),
        ("'8'", "8"),
        ('"true"', "true"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_only_true_false_null_and_plain_numbers_are_not_text(written: str, meant: object) -> None:
    assert parse(f"key: {written}", "f.yaml").data == {"key": meant}


def test_keys_are_always_text() -> None:
    assert parse("on: 1\n12: 2\nno: 3\ntrue: 4", "f.yaml").data == {
        "on": 1,
        "12": 2,
        "no": 3,
        "true": 4,
    }


def test_every_key_item_and_value_has_a_place() -> None:
    document = parse("a:\n  - b: 1\n  - c: text\nd: {e: 2}", "f.yaml")
    assert document.key(("a", 1, "c")) == (3, 5)
    assert document.value(("a", 1, "c")) == (3, 8)
    assert document.key(("a", 0)) == (2, 5)
    assert document.value(("d", "e")) == (4, 8)


def test_a_place_that_is_not_there_is_the_nearest_around_it() -> None:
    document = parse("a:\n  b: 1", "f.yaml")
    assert document.key(("a", "x", "y")) == (1, 1)
    assert document.key(("a", "b", "y")) == (2, 3)
    assert document.key(("z",)) == (1, 1)


def test_lines_of_a_block_have_their_own_places() -> None:
    document = parse("a:\n  b: |\n\n    one\n    two\nc: plain", "f.yaml")
    assert document.data == {"a": {"b": "\none\ntwo\n"}, "c": "plain"}
    assert document.line(("a", "b"), 2) == (5, 5)
    assert document.line(("c",), 0) == (6, 4)


def test_texts_whose_lines_run_together_are_known() -> None:
    document = parse('a: >\n  x\n  y\nb: one\n  two\nc: "x\n  y"\nd: |\n  x\n  y\ne: x', "f.yaml")
    assert document.joined == {("a",), ("b",), ("c",)}


def test_byte_order_mark_and_carriage_returns_make_no_difference() -> None:
    plain = parse("a: b\nc: |\n  x\n  y\n", "f.yaml")
    assert parse("\ufeffa: b\r\nc: |\r\n  x\r\n  y\r\n", "f.yaml") == plain
    assert parse("a: b\rc: |\r  x\r  y\r", "f.yaml") == plain


def test_an_empty_text_holds_nothing() -> None:
    assert parse("", "f.yaml").data is None
    assert parse("# only a remark\n", "f.yaml").data is None


def test_a_key_given_twice_names_both_places() -> None:
    assert first("a:\n  b: 1\n  b: 2") == (
        "f.yaml:3:3 D003 key `b` is here twice; the first is at line 2, column 3"
    )


def test_what_stands_below_a_double_is_not_reported_again() -> None:
    with pytest.raises(ScenarioError) as caught:
        parse("a: {x: 1, y: 2}\na: {x: 1, y: 2}", "f.yaml")
    assert len(caught.value.problems) == 1


def test_the_same_key_in_two_places_is_no_double() -> None:
    assert parse("a: {x: 1}\nb: {x: 2}", "f.yaml").data == {"a": {"x": 1}, "b": {"x": 2}}


def test_all_tricks_are_reported_at_once() -> None:
    with pytest.raises(ScenarioError) as caught:
        parse("a: &x 1\nb: *x\nc: !!str 2\n<<: {d: 1}\na: 3", "f.yaml")
    places = [(p.line, p.code) for p in caught.value.problems]
    assert places == [(1, "D002"), (2, "D002"), (3, "D002"), (4, "D002"), (5, "D003")]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("depth", [13, 1_000, 100_000])
def test_deep_nesting_is_refused_and_does_no_harm(opening: str, depth: int) -> None:
    text = opening * depth
    with pytest.raises(ScenarioError) as caught:
        parse(text[:MOST_BYTES], "f.yaml")
    assert {p.code for p in caught.value.problems} & {"D011", "D008"}


def test_deep_indentation_is_refused() -> None:
    assert " D011 " in first("\n".join(" " * depth + "a:" for depth in range(600)))


def test_twelve_levels_are_enough_and_thirteen_too_many() -> None:
    assert parse("[" * 12 + "]" * 12, "f.yaml").data is not None
    assert " D011 " in first("[" * 13 + "]" * 13)


def test_deep_nesting_does_not_kill_the_process(tmp_path: Path) -> None:
    script = (
        "from dialogues.reader import parse\n"
        "from dialogues.diagnostics import ScenarioError\n"
        "try: parse('[' * 100_000, 'f')\n"
        "except ScenarioError as error: print(error.problems[0].code)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=root, check=False
    )
    assert (done.returncode, done.stdout) == (0, "D011\n")


@pytest.mark.parametrize(
    ("text", "place", "character"),
    [
        ("a: \x00b", "1:4", "U+0000"),
        ("a: b\n\x07", "2:1", "U+0007"),
        ('a: "\\0"', "1:4", "U+0000"),
        ("a: x\u2028y", "1:5", "U+2028"),
        ("a: x\u200by", "1:5", "U+200B"),
        ("a: \ud800", "1:4", "U+D800"),
        ("a: x\ufeff", "1:5", "U+FEFF"),
    ],
)
def test_invisible_characters_are_shown(text: str, place: str, character: str) -> None:
    assert first(text) == f"f.yaml:{place} D010 invisible character {character}; delete it"


def test_french_letters_non_breaking_spaces_and_emoji_are_fine() -> None:
    text = "« Où ça? »\u00a0: ici 👋🏽 œuf"
    assert parse(f"a: '{text}'", "f.yaml").data == {"a": text}


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(ScenarioError) as caught:
        read(path)
    return str(caught.value.problems[0])


def test_what_is_not_utf_8_is_told_with_its_place(tmp_path: Path) -> None:
    path = write(tmp_path / "fr.yaml", "a: é\nb: ".encode() + "à".encode("latin-1"))
    assert refused(path) == "fr.yaml:2:4 D009 is not UTF-8 text; save it as UTF-8 in your editor"


def test_a_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 100 * 1024 * 1024)
    assert refused(path).startswith("big.yaml:1:1 D008 is 102401 KB; the limit is 256 KB")


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    text = b"a: b # "
    full = write(tmp_path / "full.yaml", text + b"x" * (MOST_BYTES - len(text)))
    over = write(tmp_path / "over.yaml", text + b"x" * (MOST_BYTES - len(text) + 1))
    assert read(full).data == {"a": "b"}
    assert " D008 " in refused(over)


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert refused(pipe) == "pipe.yaml:1:1 D007 cannot be opened: it is not a file"
    assert refused(tmp_path) == f"{tmp_path.name}:1:1 D007 cannot be opened: it is not a file"
    assert refused(tmp_path / "none.yaml").endswith("cannot be opened: No such file or directory")


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=200) | st.text("ab: -[]{}&*!|>'\"#%@`,?~<\n\t", max_size=60))
def test_any_text_is_read_or_refused_with_problems(text: str) -> None:
    try:
        parse(text, "f.yaml")
        problems = None
    except ScenarioError as error:
        problems = error.problems
    assert problems is None or problems
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems or ())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_problems(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = write(tmp_path_factory.getbasetemp() / "any.yaml", content)
    with suppress(ScenarioError):
        read(path)
