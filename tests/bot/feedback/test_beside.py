"""A run stands beside the person's own earlier ones, and it is said what they are."""

from dataclasses import replace

import pytest

from bot.feedback.beside import MOST, beside, groups, nearest, shifts
from bot.feedback.progress import Run
from bot.feedback.rubric.items import ITEMS, Item
from bot.feedback.rubric.score import Score
from bot.texts import LANGS, text


def run(scenario="er", total=3.0, helped=False, level="usual", **skills):
    """A run with 3 in each skill, but for these."""
    items = tuple(Item(name, skills.get(name, 3.0)) for name in ITEMS)
    return Run(scenario, Score(total, items), helped, level)


def chosen(now, earlier, read=lambda run: run):
    return nearest(now.scenario, earlier, scenario_of=lambda run: run.scenario, run_of=read)


def said(now, *earlier, lang="en"):
    return beside(now, chosen(now, earlier), lang).lines


def test_a_first_run_has_nothing_beside_it_and_says_so_in_a_line():
    for lang in LANGS:
        assert said(run(), lang=lang) == (text(lang, "beside.first"),)


def test_the_whole_and_the_skills_that_moved_most_are_told_with_the_number_of_runs():
    now = run(total=3.44, listening=3.4, pace=4.0, respect=4.6, honesty=2.0, risk=2.4)
    earlier = [run(total=2.9), run(total=2.6, listening=1.2)]
    assert said(now, *earlier) == (
        "All twelve skills together, this time: 3.4 of 5.",
        "Your previous 2 runs of this scenario: 2.8 on average.",
        "Higher than then: Respect (3.0 → 4.6); Listening (2.1 → 3.4).",
        "Lower than then: Limits and honesty (3.0 → 2.0); Risk assessment (3.0 → 2.4).",
    )


def test_in_french_it_is_told_with_commas_and_its_own_plural():
    now = run(total=3.44, listening=3.4)
    assert said(now, run(total=2.8, listening=2.1), lang="fr") == (
        "Les douze habiletés ensemble, cette fois-ci\u00a0: 3,4 sur 5.",
        "Votre rencontre précédente dans ce scénario\u00a0: 2,8.",
        "Plus haut cette fois-ci\u00a0: Écoute (2,1 → 3,4).",
    )


def test_a_small_difference_is_none():
    assert said(run(listening=3.4), run(listening=3.0))[-1] == text("en", "beside.steady")
    assert said(run(listening=3.4), run(listening=2.9))[-1] == (
        "Higher than then: Listening (2.9 → 3.4)."
    )


def test_the_same_scenario_comes_first_and_the_skills_are_beside_it_alone():
    now = run(listening=4.0)
    shown = said(now, run("bus", total=2.0), run(total=2.5, listening=3.0), run("bus", total=2.2))
    assert shown[1:] == (
        "Your previous run of this scenario: 2.5.",
        "Higher than then: Listening (3.0 → 4.0).",
        "Your previous 2 runs of other scenarios: 2.1 on average.",
        "These runs are not alike (scenario): take this as a hint.",
    )


def test_without_the_same_scenario_it_is_said_that_it_was_another():
    shown = said(run(), run("bus", total=2.0, level="harder"))
    assert shown[1] == "Your previous run of another scenario: 2.0."
    assert shown[-1] == "These runs are not alike (scenario, level): take this as a hint."


def test_runs_with_suggested_lines_are_told_apart():
    shown = said(run(listening=4.0), run(helped=True, total=4.0), run(total=2.0, listening=3.5))
    assert shown[1:] == (
        "Your previous run of this scenario: 2.0.",
        "Higher than then: Listening (3.5 → 4.0).",
        "Your previous run of this scenario with suggested lines: 4.0.",
        "These runs are not alike (suggested lines): take this as a hint.",
    )


def test_a_run_with_suggested_lines_is_beside_its_like_first():
    now, earlier = run(helped=True), [run(total=2.0), run(helped=True, total=4.0)]
    assert [(group.helped, group.total) for group in groups(now, earlier)] == [
        (True, 4.0),
        (False, 2.0),
    ]


@pytest.mark.parametrize("level", ["easier", "usual", "harder"])
def test_only_another_level_is_named_as_such(level):
    shown = said(run(), run(level=level))
    assert any("level" in line for line in shown) is (level != "usual")


def test_at_most_five_are_looked_at_the_newest_of_the_same_scenario_before_any_other():
    same = [run(total=total) for total in (2.0, 2.0, 2.0, 2.0, 5.0, 5.0)]
    (group,) = groups(run(), chosen(run(), [run("bus"), *same]))
    assert (len(group.runs), group.total) == (MOST, 2.6)
    mixed = [run("bus"), run("tram"), *same[:2], run("bus"), run("bus")]
    near, far = groups(run(), chosen(run(), mixed))
    assert (len(near.runs), len(far.runs), far.other) == (2, 3, True)


def test_what_is_left_out_takes_nobodys_place_and_no_more_are_read_than_needed():
    asked = []

    def read(one):
        asked.append(one)
        return one if one.level != "harder" else None

    lost, silent = run(level="harder"), Run("er", Score(None, ()))
    runs = [lost, silent, *[run(total=total) for total in (1.0, 2.0, 3.0, 4.0, 5.0, 1.5)]]
    found = chosen(run(), runs, read)
    assert [one.score.total for one in found] == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert asked == runs[:-1]


def test_what_cannot_be_told_is_left_out():
    silent = Run("er", Score(None, tuple(Item(name, None) for name in ITEMS)))
    assert said(run(), silent) == (text("en", "beside.first"),)
    assert said(silent, run()) == (text("en", "beside.untold"),)
    now, before = run(body=None, pace=5.0), [run(body=1.0, pace=None), run(pace=4.0)]
    (group,) = groups(now, before)
    assert [(one.skill, one.then) for one in shifts(now.score, group)] == [("pace", 4.0)]


def test_runs_of_other_scenarios_change_nothing_of_what_is_told_of_this_one():
    now, earlier = run(total=3.3), [run(total=2.0), run("bus", total=3.0)]
    older = [*earlier, *[replace(one, scenario="tram") for one in earlier]]
    assert said(now, *older)[1:3] == said(now, *earlier)[1:3]
