"""The head that is shipped reads the frozen lines as well as it must."""

from __future__ import annotations

from typing import Any

import pytest

from bot.understanding.head import SHIPPED
from bot.understanding.training import examining

LEAST = {"en": {"macro_f1": 0.70}, "fr": {"macro_f1": 0.65}}
"""Below these the head is not good enough to be shipped."""

MOST_LOST = {"slips": 0.02, "typos": 0.05, "capitals": 0.02, "unpunctuated": 0.05}
"""A slip in six words of a hundred may cost 2 points. Six *letters* of a hundred wrong hits about
every fourth word: measured 3.2 points in English, 4.0 in French."""


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return examining.examined(SHIPPED)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_acts_polarity_and_sureness_reach_what_is_asked(report: dict[str, Any], lang: str) -> None:
    found = report[lang]
    assert found["lines"] > 1000
    assert found["macro_f1"] >= LEAST[lang]["macro_f1"]
    assert found["polarity_auc"] >= 0.93
    assert found["calibration_error"] <= 0.05
    assert found["abstains"] <= 0.15


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_top_act_is_right_four_times_in_five(report: dict[str, Any], lang: str) -> None:
    assert report[lang]["top_right"] >= 0.80


def test_harm_is_found_without_crying_wolf(report: dict[str, Any]) -> None:
    both = [report[lang] for lang in ("en", "fr")]
    assert sum(found["harmful_recall"] for found in both) / 2 >= 0.80
    assert sum(found["harmful_precision"] for found in both) / 2 >= 0.85
    # In French alone recall is 0.778 at a precision of 0.864.
    assert all(found["harmful_recall"] >= 0.75 for found in both)
    assert all(found["harmful_precision"] >= 0.84 for found in both)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", sorted(MOST_LOST))
def test_damage_costs_little(report: dict[str, Any], lang: str, kind: str) -> None:
    lost = report[lang]["macro_f1"] - report[lang]["damage"][kind]["macro_f1"]
    assert lost <= MOST_LOST[kind]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_it_beats_what_anyone_could_build(report: dict[str, Any], lang: str) -> None:
    simple = report[lang]["baselines"]
    assert report[lang]["macro_f1"] > simple["rules"]["macro_f1"] + 0.2
    assert report[lang]["top_right"] > simple["majority"]["top_right"] + 0.5
    assert report[lang]["polarity_auc"] > simple["length"]["polarity_auc"] + 0.2


def test_what_is_no_speech_is_not_read_and_speech_is_not_refused(report: dict[str, Any]) -> None:
    assert report["elsewhere"]["not_read"] >= 0.95
    assert report["elsewhere"]["refused"] <= 0.03
