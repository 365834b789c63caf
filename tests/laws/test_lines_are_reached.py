"""Every scenario in both languages, walked through by a fixed mix of simulated trainees."""

import pytest

from dialogues.coverage import coverage
from tests.plays import EVERY, prepared


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_mixed_runs_reach_nine_lines_in_ten_and_every_ending_and_repeat_nothing(name, lang):
    report = coverage(prepared(name, lang), 2000, seed=0)
    assert report["lines"]["share"] >= 0.9, report["unreached"]
    missed = [ending for ending, times in report["endings"].items() if not times]
    assert (missed, report["repeats"]) == ([], 0)
