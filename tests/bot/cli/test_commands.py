"""The command line as a program calls it: JSON on standard output, one line on errors."""

import json
import subprocess
import sys

import pytest


def stepdown(*arguments, given="", env=None, **options):
    """Run `python -m bot` with text on standard input."""
    from os import environ

    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given if isinstance(given, bytes) else given.encode(),
        capture_output=True,
        timeout=120,
        env={**environ, **(env or {})},
        **options,
    )


def document(done):
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_read_prints_one_object_a_line_and_nothing_else():
    lines = ["I'm sorry you waited.", "", "😀", '{"text": "Calmez-vous!", "lang": "fr"}']
    done = stepdown("read", "--json", given="\n".join(lines) + "\n")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == len(lines) and not done.stderr
    for row in rows:
        assert set(row) == {"text", "acts", "polarity", "topics", "abstained", "ms"}
    assert rows[0]["acts"][0]["act"] == "apologise"
    assert set(rows[0]["acts"][0]) == {"act", "polarity", "confidence", "sentence", "source"}
    assert rows[3]["acts"][0]["act"] == "calm_down" and rows[3]["polarity"] == "harmful"


@pytest.mark.parametrize("given", [b"\xff\xfe broken", b"nul \x00 inside", "אבגד", "x" * 5000])
def test_read_survives_whatever_it_is_given(given):
    done = stepdown("read", "--json", given=given)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1


def test_list_names_the_scenarios_in_both_languages():
    rows = document(stepdown("scenarios", "list", "--json"))
    singh = next(row for row in rows if row["id"] == "er_waiting_room")
    assert set(singh["title"]) == {"en", "fr"}


def test_lint_finds_nothing_wrong_with_the_scenarios_that_come_with_it():
    rows = document(stepdown("scenarios", "lint", "--json"))
    assert [row for row in rows if row["severity"] == "error"] == []


def test_lint_of_a_broken_scenario_names_file_line_and_column(tmp_path):
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "scenario.yaml").write_text("format: 1\nroles: [nurse\n")
    for lang in ("en", "fr"):
        (folder / f"{lang}.yaml").write_text("format: 1\n")
    done = stepdown("scenarios", "lint", str(folder))
    assert done.returncode == 1
    assert b"broken/scenario.yaml:" in done.stdout and b"D001" in done.stdout


def test_schema_is_a_json_schema():
    assert document(stepdown("scenarios", "schema", "--json"))["properties"]["endings"]


def test_simulate_reports_what_the_contract_says():
    report = document(
        stepdown(
            "scenarios",
            "simulate",
            "er_waiting_room",
            "--policy",
            "expert",
            "--runs",
            "5",
            "--seed",
            "1",
            "--json",
        )
    )
    assert set(report) == {"scenario", "policy", "runs", "endings", "turns", "final"}
    assert set(report["endings"][0]) == {"id", "good", "count"}
    assert sum(row["count"] for row in report["endings"]) == 5
    assert set(report["turns"]) == {"mean", "p90"}
    assert set(report["final"]) == {"arousal", "fear", "trust", "hopelessness"}


def test_advance_plays_given_acts_and_words_to_an_ending():
    moves = [
        {"acts": ["introduce", "apologise"], "posture": {"hands": "open"}},
        {"text": "You sound scared for your daughter."},
        {"deeds": ["code_white"]},
        {"text": "too late"},
    ]
    given = {"scenario": "er_waiting_room", "lang": "en", "seed": 3, "moves": moves}
    report = document(stepdown("advance", "--json", given=json.dumps(given)))
    turns = report["turns"]
    assert [row["turn"] for row in turns] == [1, 2, 3]
    for row in turns:
        assert {"reading", "change", "mood", "stage", "behaviour", "reply"} <= set(row)
    assert turns[1]["reading"]["acts"][0]["act"] == "label_emotion"
    assert report["ending"]["id"] == "code_white" and report["ending"]["good"] is False
    assert report["unused_moves"] == 1


def test_advance_is_the_same_every_time():
    given = json.dumps(
        {
            "scenario": "er_waiting_room",
            "lang": "fr",
            "seed": 9,
            "moves": [{"acts": ["validate"]}, {"text": "Je suis désolé."}],
        }
    )
    one, other = (stepdown("advance", "--json", given=given) for _ in range(2))
    assert one.stdout == other.stdout


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("{", "standard input:1:"),
        ("[]", "standard input"),
        ('{"scenario": "nowhere", "moves": []}', "nowhere"),
        ('{"scenario": "er_waiting_room", "moves": [{"acts": ["hug"]}]}', "hug"),
        ('{"scenario": "er_waiting_room", "moves": [{"deeds": ["fly"]}]}', "fly"),
        ('{"scenario": "er_waiting_room", "moves": [{"posture": ["wings"]}]}', "wings"),
        ("[" * 100_000, "standard input"),
    ],
)
def test_advance_says_in_one_line_what_is_wrong(given, says):
    done = stepdown("advance", "--json", given=given)
    assert done.returncode == 1 and not done.stdout
    assert says in done.stderr.decode() and done.stderr.count(b"\n") == 1


def test_check_is_one_line_each_and_all_is_well(tmp_path):
    done = stepdown("check", env={"STEPDOWN_DATA": str(tmp_path)})
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0, done.stdout.decode()
    assert [line.split()[0] for line in lines] == ["ok"] * 7


@pytest.mark.parametrize(
    ("name", "value"),
    [("STEPDOWN_PORT", "eighty"), ("STEPDOWN_KEY", "short"), ("STEPDOWN_DATABASE", "nonsense")],
)
def test_check_names_a_wrong_setting_and_exits_with_1(tmp_path, name, value):
    done = stepdown("check", env={"STEPDOWN_DATA": str(tmp_path), name: value})
    assert done.returncode == 1
    assert any(line.startswith("wrong") for line in done.stdout.decode().splitlines())
    assert "Traceback" not in done.stderr.decode()


def test_a_missing_key_beside_a_database_is_an_error_and_not_a_new_key(tmp_path):
    assert stepdown("check", env={"STEPDOWN_DATA": str(tmp_path)}).returncode == 0
    (tmp_path / "key").unlink()
    done = stepdown("check", env={"STEPDOWN_DATA": str(tmp_path)})
    assert done.returncode == 1
    assert not (tmp_path / "key").exists()
