"""Broken scenario files and odd arguments: told where and what, quickly, and with an exit code."""

import json
import os
import sys
import time

import pytest

from dialogues.library import SCENARIOS
from tests.journeys.program import program, stepdown
from tests.journeys.stage import SINGH

HALF = "\ud83d"
"""Half of an emoji: JSON can write it, UTF-8 cannot."""


def written(name, content):
    """A change that puts something else into a file of the scenario."""

    def change(folder):
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)

    return change


def replaced(name, old, new):
    def change(folder):
        before = (folder / name).read_text()
        assert old in before
        (folder / name).write_text(before.replace(old, new, 1))

    return change


SINGH_FILES = {path.name: path.read_bytes() for path in (SCENARIOS / SINGH).glob("*.yaml")}
STRUCK = b"when: mood == assaultive and arousal >= 93"
STRUCK_LINE = SINGH_FILES["scenario.yaml"].split(STRUCK)[0].count(b"\n") + 1
NEVER = replaced("scenario.yaml", STRUCK.decode(), "when: turn >= 3 and turn <= 2")
FLAWS = {
    "broken YAML": (written("scenario.yaml", "format: 1\nroles: [nurse\n"), "scenario.yaml:", "D0"),
    "an unknown act": (
        replaced("scenario.yaml", "[validate, apologise", "[validat, apologise"),
        "scenario.yaml:6:12",
        "did you mean `validate`?",
    ),
    "an ending out of reach": (NEVER, f"scenario.yaml:{STRUCK_LINE}:", "D040"),
    "a missing translation": (
        replaced("fr.yaml", "\n  struck_glass:", "\n  verre_brise:"),
        "fr.yaml:",
        "struck_glass",
    ),
    "no French at all": (lambda folder: (folder / "fr.yaml").unlink(), "fr.yaml:1:1", "D007"),
    "a key given twice": (
        written("scenario.yaml", SINGH_FILES["scenario.yaml"] + b"\nminutes: 3\n"),
        "scenario.yaml:",
        "D003",
    ),
    "a number that is `no`": (
        replaced("scenario.yaml", "minutes: 15", "minutes: no"),
        "scenario.yaml:5",
        "minutes",
    ),
    "an effect that is `on`": (
        replaced("scenario.yaml", "thank: 1.3", "thank: on"),
        "scenario.yaml:",
        "thank",
    ),
    "an empty file": (written("en.yaml", ""), "en.yaml:1:1", "D006"),
    "a binary file": (written("scenario.yaml", bytes(range(256))), "scenario.yaml:2:118", "D009"),
    "a NUL": (written("scenario.yaml", b"format: 1\n\0\n"), "scenario.yaml:2:1", "D010"),
    "UTF-16": (written("scenario.yaml", "format: 1".encode("utf-16")), "scenario.yaml:1:", "D009"),
    "a Python object": (
        written("scenario.yaml", "a: !!python/object/apply:os.getcwd []\n"),
        "scenario.yaml:1:",
        "D002",
    ),
    "1,000 brackets": (written("en.yaml", "[" * 1000 + "]" * 1000), "en.yaml:1:", "D011"),
    "100,000 brackets": (written("en.yaml", "[" * 100_000 + "]" * 100_000), "en.yaml:1:", "D011"),
    "100,000 dashes": (written("en.yaml", "- " * 100_000), "en.yaml:1:", "D011"),
    "a folder for a file": (
        lambda folder: ((folder / "fr.yaml").unlink(), (folder / "fr.yaml").mkdir()),
        "fr.yaml:1:1",
        "D007",
    ),
    "a pipe for a file": (
        lambda folder: ((folder / "fr.yaml").unlink(), os.mkfifo(folder / "fr.yaml")),
        "fr.yaml:1:1",
        "D007",
    ),
    "a file without end": (
        lambda folder: (
            (folder / "fr.yaml").unlink(),
            (folder / "fr.yaml").symlink_to("/dev/zero"),
        ),
        "fr.yaml:1:1",
        "D007",
    ),
}


@pytest.fixture
def folder(tmp_path):
    """A scenario of one's own, sound so far."""
    made = tmp_path / "own"
    made.mkdir()
    for name, content in SINGH_FILES.items():
        (made / name).write_bytes(content)
    return made


@pytest.mark.parametrize("name", FLAWS)
def test_lint_says_where_a_scenario_is_wrong(name, folder, capfd, monkeypatch):
    spoil, place, says = FLAWS[name]
    spoil(folder)
    began = time.monotonic()
    code, out, _ = stepdown(capfd, monkeypatch, "scenarios", "lint", folder)
    assert time.monotonic() - began < 10
    wrong = [line for line in out.splitlines() if line.endswith("[error]")]
    assert code == 1 and wrong, out
    found = next((line for line in wrong if f"own/{place}" in line and says in line), "")
    assert found, out
    where, code_of = wrong[0].split(" ")[:2]
    assert where.count(":") == 2 and code_of[0] == "D" and code_of[1:].isdigit()


def test_lint_does_not_read_a_file_of_100_megabytes(folder):
    with (folder / "scenario.yaml").open("wb") as file:
        file.write(b"a: ")
        file.truncate(100_000_000)
    began = time.monotonic()
    process = program("scenarios", "lint", folder, env={})
    out, err = process.communicate(timeout=30)
    assert process.returncode == 1 and b"own/scenario.yaml:1:1 D008" in out.splitlines()[0]
    assert time.monotonic() - began < 15 and b"Traceback" not in err


@pytest.mark.parametrize("make", ["nothing", "file", "empty folder"])
def test_lint_of_what_is_no_scenario_says_so(make, tmp_path, capfd, monkeypatch):
    path = tmp_path / "own"
    if make == "file":
        path.write_text("x")
    if make == "empty folder":
        path.mkdir()
    code, out, err = stepdown(capfd, monkeypatch, "scenarios", "lint", path)
    assert code == 1
    if make == "empty folder":
        assert "own/scenario.yaml:1:1 D007" in out
    else:
        assert not out and err.count("\n") == 1 and "scenarios list" in err


@pytest.mark.parametrize("command", [("scenarios", "list"), ("check",), ("scenarios", "lint")])
def test_scenarios_in_no_folder_are_an_error_and_not_an_empty_list(
    command, tmp_path, capfd, monkeypatch
):
    env = {"STEPDOWN_SCENARIOS": tmp_path / "none", "STEPDOWN_DATA": tmp_path / "data"}
    code, out, err = stepdown(capfd, monkeypatch, *command, env=env)
    assert code == 1 and "STEPDOWN_SCENARIOS" in out + err


# Other commands.


SIMULATE = ("scenarios", "simulate", SINGH, "--policy", "expert")
ODD_CALLS = [
    (("read", "--scenario", "nowhere"), "nowhere"),
    (("read", "--scenario", "../er_waiting_room"), "er_waiting_room"),
    (("read", "--lang", "de"), "--lang"),
    (("read", "--bogus"), "--bogus"),
    (("chat", "--script", "/nowhere/at/all"), "/nowhere/at/all"),
    (("chat", "--script", "/"), "cannot be read"),
    (("chat", "--script", sys.executable), "cannot be read"),
    (("chat", "--scenario", "nowhere"), "nowhere"),
    (("chat", "--lang", "de"), "--lang"),
    (("chat", "--seed", "many"), "--seed"),
    (("scenarios", "simulate", "nowhere", "--policy", "expert"), "nowhere"),
    (("scenarios", "simulate", SINGH, "--policy", "wizard"), "wizard"),
    ((*SIMULATE, "--runs", "-1"), "--runs"),
    ((*SIMULATE, "--runs", "0"), "--runs"),
    ((*SIMULATE, "--turns", "-5"), "--turns"),
    ((*SIMULATE, "--lang", "de"), "--lang"),
    (("scenarios", "schema", "zzz"), "zzz"),
    (("nosuch",), "nosuch"),
]


@pytest.mark.parametrize(("arguments", "says"), ODD_CALLS)
def test_odd_arguments_are_told_and_end_with_an_error(
    arguments, says, tmp_path, capfd, monkeypatch
):
    code, out, err = stepdown(
        capfd, monkeypatch, *arguments, env={"STEPDOWN_DATA": tmp_path / "data"}
    )
    assert code in (1, 2) and not out and says in err
    assert code == 2 or err.count("\n") == 1
    assert not (tmp_path / "data").exists()


MOVES = '{"scenario": "er_waiting_room", %s}'
ODD_MOVES = [
    ("", "not JSON"),
    (MOVES % f'"seed": {"9" * 5000}, "moves": []', "not JSON"),
    (MOVES % '"seed": 1e400, "moves": []', "seed"),
    (MOVES % '"lang": "de", "moves": []', "lang"),
    (MOVES % '"moves": 5', "moves"),
    (MOVES % '"moves": [{"acts": [{"act": "apologise", "confidence": NaN}]}]', "moves.0"),
    (MOVES % '"moves": [{"text": "\\ud83d sorry"}]', "moves.0.text"),
    ('{"scenario": "../x", "moves": []}', "../x"),
    ('{"scenario": "er_waiting_room\\u0000", "moves": []}', "no scenario"),
]


@pytest.mark.parametrize(("given", "says"), ODD_MOVES, ids=range(len(ODD_MOVES)))
def test_odd_moves_are_one_line(given, says, capfd, monkeypatch):
    code, out, err = stepdown(capfd, monkeypatch, "advance", "--json", given=given.encode())
    assert code == 1 and not out and err.count("\n") == 1 and says in err


def test_read_answers_every_line_whatever_it_holds(capfd, monkeypatch):
    lines = [
        '{"text": 5}',
        '{"text": "hi", "lang": 5}',
        '{"text": "\\ud83d I am sorry"}',
        '{"text": "hi", "previous": "\\udc00"}',
        f'{{"text": "hi", "n": {"9" * 5000}}}',
        "[" * 5000,
        "nul \x00",
    ]
    code, out, err = stepdown(capfd, monkeypatch, "read", "--json", given="\n".join(lines).encode())
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and not err and len(rows) == len(lines)
    assert rows[2]["text"] == f"{HALF} I am sorry"


def test_a_script_with_odd_lines_is_played_to_its_end(tmp_path):
    script = tmp_path / "script"
    script.write_text(f"{'x' * 5000}\n²\n{'9' * 5000}\n99\nnul \x00\n[Nope]\nI'm sorry.\n")
    process = program(
        "chat", "--scenario", SINGH, "--script", script, env={"STEPDOWN_DATA": tmp_path / "data"}
    )
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0 and not err
    assert out.count(b"4096 characters") == 2 and b"> I'm sorry." in out
