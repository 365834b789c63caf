"""The small language of conditions."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.conditions import ConditionError, Facts, compile_condition, parse_condition

NOW = Facts(
    arousal=62,
    fear=30,
    trust=35,
    hopelessness=10,
    turn=4,
    harm=1,
    force=0,
    mood="uneasy",
    stage="understood",
    said=frozenset({"apologise"}),
    did=frozenset({"wait"}),
    met=frozenset({"heard"}),
    told=frozenset({"bag"}),
    events=frozenset({"lights_out"}),
)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("trust >= 35", True),
        ("trust > 35", False),
        ("trust >= 35.5", False),
        ("trust<=35", True),
        ("arousal < 62", False),
        ("fear == 30", True),
        ("hopelessness != 10", False),
        ("turn >= 4", True),
        ("harm == 1", True),
        ("mood == uneasy", True),
        ("mood != uneasy", False),
        ("stage >= heard", True),
        ("stage >= understood", True),
        ("stage >= rapport", False),
        ("stage == heard", False),
        ("said apologise", True),
        ("said threaten", False),
        ("not said threaten", True),
        ("not said apologise", False),
        ("did wait", True),
        ("met heard", True),
        ("told bag", True),
        ("told home", False),
        ("event lights_out", True),
        ("not event lights_out", False),
        ("trust >= 30 and mood == uneasy and not said threaten", True),
        ("trust >= 30 and mood == uneasy and said threaten", False),
        ("  trust   >=  30   and\n not  did  run ", True),
    ],
)
def test_a_condition_is_true_as_it_reads(condition: str, holds: bool) -> None:
    assert compile_condition(condition)(NOW) is holds


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        ("trust >= 3 or fear > 3", "for `or`, write two entries"),
        ("(trust >= 3)", "only `and` joins terms"),
        ("moood == settled", "did you mean `mood`?"),
        ("trsut >= 3", "did you mean `trust`?"),
        ("mood == setled", "did you mean `settled`?"),
        ("stage >= hard", "did you mean `heard`?"),
        ("stage < heard", "`stage` takes >= or ==, not <"),
        ("mood >= settled", "`mood` takes == or !=, not >="),
        ("trust >= high", "must compare with a number"),
        ("trust >= nan", "must compare with a number"),
        ("trust >= -5", "must compare with a number"),
        ("sayd apologise", "did you mean `said`?"),
        ("not trust >= 4", "is not a term"),
        ("said", "is not a term"),
        ("said apologise threaten", "is not a term"),
        ("trust >= 1 and", "is not a term"),
        ("", "is not a term"),
        ("__import__('os')", "only `and` joins terms"),
        ("trust = 5", "is not a term"),
    ],
)
def test_what_is_no_condition_says_what_to_write(condition: str, why: str) -> None:
    with pytest.raises(ConditionError) as caught:
        compile_condition(condition)
    assert why in str(caught.value)


@given(st.text(max_size=80) | st.text("trusmoda <>=!10andt", max_size=40))
def test_any_text_is_a_condition_or_refused(text: str) -> None:
    with suppress(ConditionError):
        assert isinstance(compile_condition(text)(NOW), bool)


@given(
    st.sampled_from(["arousal", "fear", "trust", "hopelessness"]),
    st.integers(0, 100),
    st.floats(0, 100),
)
def test_each_comparison_and_its_opposite_never_agree(name: str, mark: int, value: float) -> None:
    changes: dict[str, Any] = {name: value}
    facts = replace(NOW, **changes)
    for op, opposite in ((">=", "<"), (">", "<="), ("==", "!=")):
        one = compile_condition(f"{name} {op} {mark}")(facts)
        assert one is not compile_condition(f"{name} {opposite} {mark}")(facts)


def test_terms_keep_what_the_author_wrote() -> None:
    assert [term.text for term in parse_condition("trust>=30  and not said  argue")] == [
        "trust>=30",
        "not said argue",
    ]
