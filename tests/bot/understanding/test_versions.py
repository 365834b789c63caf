"""The head in use is the shipped one or the one promoted last, and no worse one takes its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.understanding import learnt_reader, versions
from bot.understanding.head import KNOWN, SHIPPED, HeadError

HARMFUL = frozenset({"threaten", "insult"})


@pytest.fixture
def heads(tmp_path: Path) -> Path:
    """A folder with two versions; none is promoted."""
    for name in ("001", "002"):
        shutil.copytree(SHIPPED, tmp_path / "heads" / name)
    return tmp_path / "heads"


def report(macro_f1: float = 0.7, **recalls: float) -> dict[str, Any]:
    """The part of an examination's report that is compared, of one language."""
    known = {"threaten": 0.8, "insult": 0.8, "reflect": 0.8} | recalls
    return {"macro_f1": macro_f1, "acts": {act: {"recall": it} for act, it in known.items()}}


def objections(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return versions.objections({"en": old}, {"en": new}, HARMFUL)


def test_where_nothing_was_promoted_the_shipped_head_is_in_use(heads: Path) -> None:
    assert versions.in_use(heads) == versions.in_use(heads / "nowhere") == SHIPPED


def test_the_version_promoted_last_is_in_use_and_can_be_read_with(heads: Path) -> None:
    for version in ("001", "002"):
        versions.promote(heads, version)
        assert versions.in_use(heads) == heads / version
    reading = learnt_reader(versions.in_use(heads)).read("I'm sorry you waited.", lang="en")
    assert reading.acts[0].act == "apologise"


def test_each_step_back_undoes_one_promotion_down_to_the_shipped_head(heads: Path) -> None:
    for version in ("001", "002"):
        versions.promote(heads, version)
    assert versions.roll_back(heads) == versions.in_use(heads) == heads / "001"
    assert versions.roll_back(heads) == versions.in_use(heads) == SHIPPED
    with pytest.raises(HeadError, match="nothing was promoted; the head that came with"):
        versions.roll_back(heads)


def test_stepping_back_keeps_the_version_so_that_it_can_be_promoted_again(heads: Path) -> None:
    versions.promote(heads, "002")
    versions.roll_back(heads)
    versions.promote(heads, "002")
    assert versions.in_use(heads) == heads / "002"


@pytest.mark.parametrize("version", ["003", "1", "", "../elsewhere", "promoted.json"])
def test_a_version_that_is_not_there_is_not_promoted(heads: Path, version: str) -> None:
    versions.promote(heads, "001")
    with pytest.raises(HeadError, match=f"no version {version} in .*; train one first"):
        versions.promote(heads, version)
    assert versions.in_use(heads) == heads / "001"


def test_a_version_that_was_never_finished_is_not_promoted(heads: Path) -> None:
    (heads / "002" / KNOWN).unlink()
    with pytest.raises(HeadError, match="no version 002"):
        versions.promote(heads, "002")


def test_new_versions_are_numbered_after_the_newest(heads: Path) -> None:
    assert versions.fresh(heads / "nowhere") == heads / "nowhere" / "001"
    assert versions.fresh(heads) == heads / "003"
    (heads / "002").rename(heads / "041")
    assert versions.fresh(heads) == heads / "042"
    (heads / "001").rename(heads / "999")
    assert versions.fresh(heads) == heads / "1000"


def test_what_is_no_finished_version_takes_no_number(heads: Path) -> None:
    versions.promote(heads, "002")
    (heads / "007").mkdir()
    shutil.copytree(SHIPPED, heads / "kept")
    assert versions.fresh(heads) == heads / "003"


@pytest.mark.parametrize("written", [b"", b"{", b'["001"', b"001, 002", b"\xff\xfe", b"\x00"])
@pytest.mark.parametrize(
    "work", [versions.in_use, versions.roll_back, lambda heads: versions.promote(heads, "002")]
)
def test_a_damaged_list_says_what_to_do_and_is_left_as_it_is(
    heads: Path, written: bytes, work: Callable[[Path], object]
) -> None:
    (heads / versions.PROMOTED).write_bytes(written)
    with pytest.raises(HeadError, match=r"promoted\.json is damaged; delete it and promote again"):
        work(heads)
    assert (heads / versions.PROMOTED).read_bytes() == written


def test_the_limits_are_two_points_of_macro_f1_and_five_of_recall() -> None:
    assert (versions.MOST_MACRO_F1_LOST, versions.MOST_RECALL_LOST) == (0.02, 0.05)


@pytest.mark.parametrize("before", [0.30, 0.55, 0.70, 0.80, 0.93])
def test_a_head_may_lose_just_as_much_as_the_limits_say_and_no_more(before: float) -> None:
    old = report(before, threaten=before)
    assert objections(old, report(before - 0.02, threaten=before - 0.05)) == []
    assert objections(old, report(before - 0.0201, threaten=before)) == [
        "en: macro-F1 falls by 0.020"
    ]
    assert objections(old, report(before, threaten=before - 0.0501)) == [
        "en: recall of threaten falls by 0.05"
    ]


def test_limits_reached_in_two_places_are_still_not_passed() -> None:
    old = report(0.8, threaten=0.9, insult=0.9)
    assert objections(old, report(0.78, threaten=0.85, insult=0.85)) == []


def test_an_equal_head_and_a_better_one_meet_no_objection() -> None:
    assert objections(report(), report()) == []
    assert objections(report(), report(0.95, threaten=1.0, insult=1.0, reflect=1.0)) == []


def test_what_other_acts_lose_counts_in_macro_f1_only() -> None:
    assert objections(report(reflect=0.9), report(reflect=0.0)) == []


def test_gains_elsewhere_do_not_make_up_for_a_loss() -> None:
    better = report(0.95, threaten=0.99, insult=0.7)
    assert objections(report(), better) == ["en: recall of insult falls by 0.10"]


def test_each_language_and_each_act_is_objected_to_by_name() -> None:
    old = {"en": report(), "fr": report()}
    new = {"en": report(insult=0.1, threaten=0.6), "fr": report(0.5)}
    assert versions.objections(old, new, HARMFUL) == [
        "en: recall of insult falls by 0.70",
        "en: recall of threaten falls by 0.20",
        "fr: macro-F1 falls by 0.200",
    ]
