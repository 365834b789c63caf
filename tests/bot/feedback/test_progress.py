"""Progress compares a person's own runs, and mastery asks for every mark in three scenarios."""

import pytest

from bot.feedback.progress import CRITICAL, Run, Skill, lacking, progress, way
from bot.feedback.rubric.items import ITEMS, Item
from bot.feedback.rubric.score import Score


def scored(total=4.2, **scores):
    """A score with 4 in each skill, but for these."""
    return Score(total, tuple(Item(name, scores.get(name, 4.0)) for name in ITEMS))


def run(scenario="er", total=4.2, helped=False, **scores):
    return Run(scenario, scored(total, **scores), helped)


def skill(found, name) -> Skill:
    return next(one for one in found.skills if one.id == name)


def test_without_runs_nothing_can_be_told_and_nothing_is_mastered():
    found = progress([])
    assert (found.runs, found.shown, found.lacking, found.mastered) == (0, (), (), False)
    assert [one.id for one in found.skills] == list(ITEMS)
    assert {(one.mean, one.first, one.latest, one.runs) for one in found.skills} == {
        (None, None, None, 0)
    }


def test_a_mean_rests_on_the_latest_five_and_the_first_is_the_very_first():
    found = skill(progress([run(pace=score) for score in (1.0, 2.0, 3.0, 3.0, 4.0, 5.0)]), "pace")
    assert found == Skill("pace", 3.4, 5, 1.0, 5.0, 6)


def test_runs_that_cannot_tell_a_skill_are_left_out_of_it_only():
    found = progress([run(body=None), run(body=2.0), run(body=None)])
    assert skill(found, "body") == Skill("body", 2.0, 1, 2.0, 2.0, 1)
    assert skill(found, "pace").told == 3


@pytest.mark.parametrize(
    ("first", "latest", "word"),
    [(2.0, 2.4, "same"), (2.4, 2.0, "same"), (2.0, 2.5, "higher"), (4.0, 3.5, "lower")],
)
def test_a_small_difference_is_about_the_same(first, latest, word):
    assert way(first, latest) == word


def test_mastery_takes_three_different_scenarios():
    same = progress([run("er")] * 5)
    assert (same.shown, same.mastered) == (("er",), False)
    two = progress([run("er"), run("bus"), run("er")])
    assert (two.shown, two.mastered) == (("er", "bus"), False)
    three = progress([run("er"), run("bus"), run("bridge", respect=2.0), run("bridge")])
    assert (three.shown, three.mastered) == (("er", "bus", "bridge"), True)


@pytest.mark.parametrize("name", CRITICAL)
def test_no_total_makes_up_for_a_critical_skill(name):
    runs = [run("er"), run("bus"), run("bridge", total=4.9, **{name: 3.4})]
    found = progress(runs)
    assert (found.shown, found.lacking, found.mastered) == (("er", "bus"), (name,), False)
    assert not any(lacking(Run("er", scored(4.0, **{name: 3.5}))))


def test_the_total_has_to_be_reached_too_and_what_cannot_be_told_is_not_reached():
    assert list(lacking(Run("er", scored(3.99)))) == ["total"]
    assert list(lacking(Run("er", scored(None, **dict.fromkeys(ITEMS))))) == [*CRITICAL, "total"]


def test_the_other_skills_can_be_low():
    assert progress([run(pace=1.0)]).shown == ("er",)


def test_only_the_latest_run_says_what_is_lacking():
    assert progress([run(risk=1.0), run()]).lacking == ()
    assert progress([run(), run(risk=1.0)]).lacking == ("risk",)


def test_runs_with_suggested_lines_count_in_the_means_and_never_for_mastery():
    helped = [run(name, helped=True, pace=2.0) for name in ("er", "bus", "bridge")]
    found = progress([*helped, run("er")])
    assert (found.shown, found.mastered) == (("er",), False)
    assert (found.runs, found.helped, found.alone) == (4, 3, 1)
    assert skill(found, "pace").mean == 2.5
    assert progress([run("er"), run("bus"), run("bridge")]).mastered


def test_what_is_lacking_is_told_of_the_latest_run_without_suggested_lines():
    found = progress([run(risk=1.0), run(helped=True, honesty=1.0)])
    assert found.lacking == ("risk",)
    none = progress([run(helped=True)])
    assert (none.shown, none.lacking, none.alone) == ((), (), 0)


def test_a_run_that_ended_badly_shows_no_mastery_however_high_it_scores():
    lost = Run("er", scored(5.0), good=False)
    found = progress([lost])
    assert (found.shown, found.lacking) == ((), ("ending",))
    assert progress([lost, run("er")]).shown == ("er",)
