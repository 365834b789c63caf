"""Lint: a broken scenario tells what is wrong, where, and what to write; a good one is silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.checks import lint
from dialogues.checks.reach import Limits, implies, impossible
from dialogues.conditions import Facts, compile_condition, parse_condition
from dialogues.diagnostics import DIAGNOSTICS
from dialogues.library import SCENARIOS, Library, check_sources
from dialogues.play import Play
from tests.dialogues.conftest import Source, Splice

CASES = sorted((Path(__file__).parent / "must_fail").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_scenario_gives_the_expected_line(case: Path, splice: Splice) -> None:
    text = case.read_text(encoding="utf-8")
    file, expected, *_ = [line.partition(": ")[2] for line in text.splitlines()]
    _, problems = check_sources("tiny", splice(file, text))
    assert expected in [str(problem) for problem in problems]


def test_the_corpus_covers_every_check_that_looks_at_meaning() -> None:
    told = {case.read_text(encoding="utf-8").splitlines()[1].split()[3] for case in CASES}
    about_meaning = {code for code in DIAGNOSTICS if code >= "D020"}
    assert about_meaning - told == {"D035"}


def test_a_valid_scenario_is_silent(tiny: Play) -> None:
    assert lint(tiny) == ()


def test_a_play_restored_from_its_content_is_checked_without_places(tiny: Play) -> None:
    data = tiny.content().replace('"duty":"give_reason"', '"duty":"give_raison"')
    (problem,) = lint(Play.from_content(data))
    assert str(problem) == (
        "tiny/scenario.yaml:1:1 D021 unknown act `give_raison`; did you mean `give_reason`?"
    )


def test_problems_of_all_kinds_come_at_once(splice: Splice) -> None:
    source = splice("scenario.yaml", "duty: give_raison\npractise: [reflekt]\nroles: [nurse]")
    source["fr.yaml"] = source["fr.yaml"].replace("  easing: |", "  easing: >")
    codes = {problem.code for problem in check_sources("tiny", source)[1]}
    assert codes == {"D021", "D024", "D109"}


@pytest.mark.parametrize("name", Library(SCENARIOS).ids())
def test_every_scenario_that_ships_has_no_error_and_no_warning(name: str) -> None:
    found = [p for p in Library(SCENARIOS).problems(name) if not p.code.startswith("D2")]
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("trust >= 50", "trust >= 40"),
        ("trust >= 50", "trust > 49.5"),
        ("trust == 50", "trust >= 50"),
        ("turn > 4", "turn >= 5"),
        ("turn >= 1", "turn >= 0"),
        ("stage == rapport", "stage >= heard"),
        ("stage >= influence", "stage >= rapport"),
        ("mood == settled", "mood != hostile"),
        ("said close and trust >= 5", "said close"),
        ("arousal < 10 and turn >= 2", "arousal <= 10 and turn >= 2"),
    ],
)
def test_one_condition_implies_another(narrow: str, wide: str) -> None:
    first, second = parse_condition(narrow), parse_condition(wide)
    assert implies(first, second, Limits())
    assert not implies(second, first, Limits()) or narrow in ("turn > 4", "turn >= 1")


@pytest.mark.parametrize(
    "condition",
    [
        "trust > 100",
        "trust < 0",
        "turn < 1",
        "harm < 0",
        "trust >= 30 and trust <= 20",
        "trust > 20 and trust < 20",
        "harm > 1 and harm < 2",
        "stage == heard and stage >= rapport",
        "mood == settled and mood == hostile",
        "did wait and not did wait",
    ],
)
def test_a_contradiction_is_found(condition: str) -> None:
    assert impossible(parse_condition(condition), Limits())


@pytest.mark.parametrize(
    "condition",
    [
        "trust >= 20 and trust <= 20",
        "trust > 20 and trust < 20.01",
        "harm >= 1 and harm <= 1",
        "mood != settled and mood != hostile",
        "said close and not said threaten",
        "turn >= 1",
        "arousal == 0",
        "arousal == 100",
    ],
)
def test_what_can_hold_is_not_called_a_contradiction(condition: str) -> None:
    assert impossible(parse_condition(condition), Limits()) == ""


_TERMS = st.one_of(
    st.builds(
        "{} {} {}".format,
        st.sampled_from(["trust", "arousal", "turn", "harm"]),
        st.sampled_from([">=", "<=", ">", "<", "==", "!="]),
        st.integers(0, 6),
    ),
    st.sampled_from(
        (
            "mood == settled",
            "mood != settled",
            "mood == hostile",
            "stage >= heard",
            "stage == heard",
            "stage >= rapport",
            "said close",
            "not said close",
            "did wait",
        )
    ),
)
_CONDITIONS = st.lists(_TERMS, min_size=1, max_size=4).map(" and ".join)
_FACTS = st.builds(
    Facts,
    arousal=st.sampled_from([0, 0.5, 1, 2, 2.75, 4, 5.99, 6, 6.01, 100]),
    fear=st.just(0),
    trust=st.sampled_from([0, 0.5, 1, 2, 2.75, 4, 5.99, 6, 6.01, 100]),
    hopelessness=st.just(0),
    turn=st.integers(1, 8),
    harm=st.integers(0, 8),
    mood=st.sampled_from(["settled", "hostile", "uneasy"]),
    stage=st.sampled_from(["stranger", "heard", "understood", "rapport", "change"]),
    said=st.sampled_from([frozenset(), frozenset({"close"})]),
    did=st.sampled_from([frozenset(), frozenset({"wait"})]),
)


@settings(max_examples=500, deadline=None)
@given(_CONDITIONS, _CONDITIONS, st.lists(_FACTS, min_size=20, max_size=20))
def test_no_encounter_contradicts_what_lint_says_of_conditions(
    first: str, second: str, encounters: list[Facts]
) -> None:
    narrow, wide = parse_condition(first), parse_condition(second)
    for facts in encounters:
        if compile_condition(first)(facts):
            assert impossible(narrow, Limits()) == ""
            if implies(narrow, wide, Limits()):
                assert compile_condition(second)(facts)


def codes(source: Source) -> list[str]:
    return [problem.code for problem in check_sources("tiny", source)[1]]


@pytest.mark.parametrize(
    "fragment",
    [
        'benign_reading: "He says «the crazy one» is his cat."',
        'benign_reading: "He says “the crazy one” is his cat."',
        "puzzled: |\n  You think I'm crazy?\n  I don't follow.",
        "felt:\n  calm_down: Like I was crazy.\n  reflect: Good.\n  wait: Good.",
    ],
)
def test_hard_words_are_free_in_quotes_and_in_the_subjects_voice(
    fragment: str, splice: Splice
) -> None:
    assert codes(splice("en.yaml", fragment)) == []


@pytest.mark.parametrize(
    ("helpful", "harmful", "enough"),
    [(5, 3, True), (6, 2, True), (2, 6, True), (7, 1, False), (1, 7, False), (4, 3, False)],
)
def test_a_menu_needs_eight_lines_and_two_of_each_kind(
    helpful: int, harmful: int, enough: bool, tiny_source: Source
) -> None:
    acts = ["open_question"] * helpful + ["command"] * harmful
    menu = "".join(f"    - {{say: Line {i}, acts: [{act}]}}\n" for i, act in enumerate(acts))
    before, _, after = tiny_source["en.yaml"].partition("  settled:\n    - {say:")
    rest = "  uneasy:\n    - {say:" + after.partition("  uneasy:\n    - {say:")[2]
    source = {**tiny_source, "en.yaml": f"{before}  settled:\n{menu}{rest}"}
    assert ("D050" not in codes(source)) is enough
