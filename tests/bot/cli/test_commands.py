"""The command line as a program calls it: JSON on standard output, one line on errors."""

import json
import re
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


def test_simulate_compares_every_policy_in_a_table_and_in_json():
    given = ("scenarios", "simulate", "er_waiting_room", "--policy", "all", "--runs", "5")
    shown = stepdown(*given).stdout.decode()
    reports = document(stepdown(*given, "--json"))
    assert len(reports) >= 8
    for report in reports:
        assert re.search(rf"^{report['policy']} ", shown, re.M)


def test_coverage_reports_both_languages_and_what_was_never_reached():
    given = ("scenarios", "coverage", "er_waiting_room", "--runs", "12")
    reports = document(stepdown(*given, "--json"))
    assert [report["lang"] for report in reports] == ["en", "fr"]
    done = stepdown(*given, "--lang", "fr", "--unreached")
    shown = done.stdout.decode()
    assert "er_waiting_room (fr), 12 mixed runs" in shown
    place, lines = next(iter(reports[1]["unreached"].items()))
    assert f"never in {place} (fr)" in shown and lines[0] in shown


def test_diagram_prints_mermaid_or_one_svg():
    text = stepdown("scenarios", "diagram", "er_waiting_room").stdout.decode()
    assert "stateDiagram-v2" in text
    svg = stepdown("scenarios", "diagram", "er_waiting_room", "--as", "svg").stdout.decode()
    assert svg.startswith("<svg ") and svg.endswith("</svg>\n")


def test_preview_writes_one_page_and_says_where(tmp_path):
    out = tmp_path / "page.html"
    done = stepdown("scenarios", "preview", "er_waiting_room", "--out", str(out))
    assert done.stdout.decode().strip() == str(out)
    assert "Mr. Singh" in out.read_text(encoding="utf-8")
    nowhere = stepdown(
        "scenarios", "preview", "er_waiting_room", "--out", str(tmp_path / "no" / "p")
    )
    assert nowhere.returncode == 1 and "cannot be written" in nowhere.stderr.decode()


def test_new_makes_a_scenario_that_plays_and_of_which_lint_only_says_what_is_to_write(tmp_path):
    env = {"STEPDOWN_SCENARIOS": str(tmp_path)}
    made = stepdown("scenarios", "new", "quiet_library", env=env)
    assert len(made.stdout.splitlines()) == 3
    found = document(stepdown("scenarios", "lint", "--json", env=env))
    assert {problem["code"] for problem in found} == {"D202"}
    script = tmp_path / "script.txt"
    script.write_text("/act introduce\n/quit\n", encoding="utf-8")
    played = stepdown("scenarios", "play", "quiet_library", "--script", str(script), env=env)
    assert "To write, replies" in played.stdout.decode()
    again = stepdown("scenarios", "new", "quiet_library", env=env)
    assert again.returncode == 1 and "already" in again.stderr.decode()


@pytest.mark.parametrize("name", ["Quiet", "quiet library", "../out", "", "9lives"])
def test_new_refuses_what_cannot_be_an_id(tmp_path, name):
    done = stepdown("scenarios", "new", name, env={"STEPDOWN_SCENARIOS": str(tmp_path)})
    assert done.returncode == 1 and "cannot be an id" in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []
