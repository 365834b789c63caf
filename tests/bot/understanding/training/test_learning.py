"""A head learns from lines what they do, always the same, and comes back as it was saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.store.corrections import REVIEWED, Correction
from bot.understanding.encoder import DIMENSIONS
from bot.understanding.features import NOTHING, Features, Numbers, form_names
from bot.understanding.grams import BUCKETS
from bot.understanding.head import KINDS, Head, load, save, weighed
from bot.understanding.reader import signs_of_acts
from bot.understanding.training import arrays, examining, seeds
from bot.understanding.training.damage import damaged
from bot.understanding.training.learning import teach
from bot.understanding.training.seeds import Row
from state_machines.acts import Polarity

pytestmark = pytest.mark.filterwarnings("ignore:Stochastic Optimizer")
"""The lines are gone through a fixed number of times, which the library remarks upon."""

SIGNS = signs_of_acts()
ACTS = tuple(SIGNS)

TAUGHT = seeds.rows_of("train")[::50]
STRANGE = seeds.elsewhere("train")[::30]
HELD_OUT = seeds.rows_of("validation")[::20]
FEW = TAUGHT[::2]
"""Enough lines to learn something from in little time; the real teaching takes them all."""


@pytest.fixture(scope="module")
def head() -> Head:
    return teach([*TAUGHT, *STRANGE], HELD_OUT, SIGNS, {"lines": len(TAUGHT)})


@pytest.fixture(scope="module")
def taught() -> list[Features]:
    return [arrays.seen(row, ACTS) for row in TAUGHT]


@pytest.fixture(scope="module")
def held_out() -> list[Features]:
    return [arrays.seen(row, ACTS) for row in HELD_OUT]


def right(scores: Numbers, rows: Sequence[Row]) -> float:
    """Share of the lines with acts whose top act is one of them."""
    tops = scores[:, : len(ACTS)].argmax(axis=1)
    found = [ACTS[top] in row.acts for top, row in zip(tops, rows, strict=True) if row.acts]
    return sum(found) / len(found)


def commonest(rows: Sequence[Row]) -> float:
    """That share if every line is given the act that most lines show."""
    signed = [row for row in rows if row.acts]
    return max(sum(act in row.acts for row in signed) for act in ACTS) / len(signed)


def test_it_knows_its_own_lines(head: Head, taught: list[Features]) -> None:
    assert right(head.scores(taught), TAUGHT) > max(0.9, 10 * commonest(TAUGHT))


def test_it_has_learnt_something_about_lines_it_never_saw(
    head: Head, held_out: list[Features]
) -> None:
    assert right(head.scores(held_out), HELD_OUT) > 4 * commonest(HELD_OUT)


def test_spelling_alone_has_learnt_too(head: Head, taught: list[Features]) -> None:
    blind = [replace(row, meaning=NOTHING, before=NOTHING) for row in taught]
    assert right(head.scores(blind), TAUGHT) > 0.8


def test_probabilities_lie_between_none_and_certainty(
    head: Head, taught: list[Features], held_out: list[Features]
) -> None:
    blind = [replace(row, meaning=NOTHING) for row in held_out]
    for rows in (taught, held_out, blind):
        shown, harms = head.probabilities(rows)
        assert shown.shape == (len(rows), len(ACTS) + len(KINDS)) and harms.shape == (len(rows),)
        for found in (shown, harms):
            assert np.isfinite(found).all() and found.min() >= 0 and found.max() <= 1


def test_harm_is_likelier_where_there_is_harm(head: Head, taught: list[Features]) -> None:
    _, harms = head.probabilities(taught)
    does = np.array([any(SIGNS[act] is Polarity.HARMFUL for act in row.acts) for row in TAUGHT])
    helps = np.array([bool(row.acts) for row in TAUGHT]) & ~does
    assert harms[does].mean() > harms[helps].mean() + 0.3


def test_what_is_no_speech_is_told_from_speech(head: Head, taught: list[Features]) -> None:
    heard = [row for row in arrays.copies(STRANGE) if row in STRANGE]
    column = head.outputs.index("elsewhere")
    strange, _ = head.probabilities([arrays.seen(row, ACTS) for row in heard])
    speech, _ = head.probabilities(taught)
    assert strange[:, column].mean() > speech[:, column].mean() + 0.5


def test_it_says_what_it_was_taught_and_which_acts_harm(head: Head) -> None:
    assert head.acts == ACTS and head.about["lines"] == len(TAUGHT)
    harmful = [act for act, sign in SIGNS.items() if sign is Polarity.HARMFUL]
    assert head.about["harmful"] == harmful
    assert [act for act, harms in zip(ACTS, head.harmful, strict=True) if harms] == harmful


def test_a_saved_head_scores_as_before(
    head: Head, held_out: list[Features], tmp_path: Path
) -> None:
    save(head, tmp_path)
    again = load(tmp_path)
    assert np.abs(again.scores(held_out) - head.scores(held_out)).max() < 0.05
    assert np.abs(again.probabilities(held_out)[1] - head.probabilities(held_out)[1]).max() < 0.01
    assert (again.acts, again.about, again.sureness) == (head.acts, head.about, head.sureness)


def test_the_same_lines_give_the_same_head_and_the_lines_held_out_only_its_sureness(
    held_out: list[Features],
) -> None:
    one, other = (teach(FEW, rows, SIGNS, {}) for rows in (HELD_OUT, HELD_OUT[::2]))
    assert np.abs(one.scores(held_out) - other.scores(held_out)).max() < 0.01
    assert all(one.sureness[way] != other.sureness[way] for way in ("both", "spelling", "harm"))


HURT = Row("Are you hurt?", "en", ("safety_question",), "My arm!")
WELL = Row("You did well!", "en", ("affirm",))
HELLO = Row("bonjour", "fr", ())
WORDLESS = [
    Row("... ?!", "en", (), "My arm!"),
    Row("", "fr", (), "Mon bras!"),
    Row("^^^^", "en", (), elsewhere=True),
]


def test_each_line_comes_damaged_too_and_alone_if_something_came_before() -> None:
    first, second, *worse, last = arrays.copies([HURT, WELL])
    assert [first, second, last] == [HURT, WELL, replace(HURT, previous="")]
    assert not {row.text for row in worse} & {HURT.text, WELL.text}
    whole = [replace(row, text="") for row in worse]
    assert set(whole) == {replace(HURT, text=""), replace(WELL, text="")}


def test_lines_without_words_are_left_out() -> None:
    assert arrays.copies(WORDLESS) == []
    assert arrays.copies([*WORDLESS, HURT]) == arrays.copies([HURT])


def test_damage_that_changes_nothing_adds_no_copy() -> None:
    for count in (1, 2, 3):
        found = [row.text for row in arrays.copies([HELLO] * count)]
        assert found.count(HELLO.text) == count


def test_every_kind_of_damage_has_its_turn_over_the_lines() -> None:
    every = arrays.copies(TAUGHT)
    alone = sum(bool(row.previous) for row in TAUGHT)
    worse = {row.text for row in every[len(TAUGHT) : -alone]}
    assert every[: len(TAUGHT)] == TAUGHT
    assert not worse & {row.text for row in TAUGHT}
    for kind in arrays.WORSE:
        damage = [damaged(row.text, row.lang, kind) in worse for row in TAUGHT]
        assert sum(damage) > len(TAUGHT) / (len(arrays.WORSE) + 2)


def test_labels_name_the_acts_and_the_kinds_of_a_line() -> None:
    rows = [
        Row("", "en", ("reflect", "threaten")),
        Row("", "en", ("reflect",)),
        Row("", "en", ()),
        Row("", "en", (), elsewhere=True),
    ]
    outputs = (*ACTS, *KINDS)
    table = arrays.labels(rows, ACTS, SIGNS)
    assert table.shape == (4, len(outputs)) and set(np.unique(table)) == {0.0, 1.0}
    assert [{outputs[at] for at in np.flatnonzero(line)} for line in table] == [
        {"reflect", "threaten", "helpful", "harmful"},
        {"reflect", "helpful"},
        {"neutral"},
        {"elsewhere"},
    ]


def test_arrays_hold_a_row_for_each_line_just_as_the_head_will_see_it() -> None:
    rows = TAUGHT[::40]
    found = arrays.arrays(rows, ACTS, SIGNS)
    every = [arrays.seen(row, ACTS) for row in rows]
    width = len(form_names(ACTS))
    assert found.dense.shape == (len(rows), 3 * DIMENSIONS + width)
    assert found.form.shape == (len(rows), width) and found.spelling.shape == (len(rows), BUCKETS)
    assert np.abs(found.dense - np.stack([row.dense for row in every])).max() < 1e-5
    assert (found.dense[:, -width:] == found.form).all()
    counted = [dict(zip(line.indices, line.data, strict=True)) for line in found.spelling]
    assert counted == [row.spelling for row in every]


def test_rarity_weighs_the_spelling_as_the_head_does() -> None:
    every = [arrays.seen(row, ACTS) for row in TAUGHT[::20]]
    spelling = arrays.counted(every)
    rarity = arrays.rarity_of(spelling)
    table = arrays.with_rarity(spelling, rarity)
    for row, line in zip(every, table, strict=True):
        places, weights = weighed(row.spelling, rarity)
        assert line.toarray()[0, places] == pytest.approx(weights, abs=1e-6)
        assert line.nnz == len(places)


def test_what_is_met_in_fewer_lines_tells_more() -> None:
    spelling = arrays.counted([arrays.seen(row, ACTS) for row in TAUGHT[::20]])
    met = np.asarray((spelling > 0).sum(axis=0)).ravel()
    rarity = arrays.rarity_of(spelling)
    order = np.argsort(met)
    assert met.max() > met.min() == 0
    assert (np.diff(rarity[order]) <= 0).all() and rarity.min() >= 1


def corrected(text: str, *acts: str, lang: str = "en", number: int = 1) -> Correction:
    return Correction(number, 1, 1, number, lang, text, "", (), acts, REVIEWED, 0, 0)


def test_corrections_that_agree_are_learnt_from_once() -> None:
    first = corrected("So you left.", "reflect")
    again = corrected(" so you LEFT. ", "reflect", number=2)
    other = corrected("Sit with me.", "request", number=3)
    assert examining.settled([first, again, other]) == ([first, other], [])


def test_corrections_that_disagree_are_left_out_and_named() -> None:
    one = corrected("So you left.", "reflect")
    other = corrected("so you left.", "moralise", number=2)
    none = corrected("Sit with me.", number=3)
    assert examining.settled([one, other, none]) == ([none], ["So you left."])


def test_the_same_words_in_two_languages_do_not_disagree() -> None:
    both = [corrected("Ok.", "agree"), corrected("Ok.", lang="fr", number=2)]
    assert examining.settled(both) == (both, [])
    assert examining.settled([]) == ([], [])


BACK = [
    Row("I'm really sorry you waited so long.", "en", ("apologise",)),
    Row("Avez-vous une arme sur vous?", "fr", ("safety_question",)),
]


@pytest.mark.parametrize(
    "row",
    [
        BACK[0],
        replace(BACK[0], text="I'M REALLY SORRY YOU WAITED SO LONG!"),
        replace(BACK[0], text="I am really sorry that you waited so long.", acts=(), previous="?"),
        replace(BACK[1], text="Est-ce que vous avez une arme sur vous?"),
    ],
)
def test_what_a_line_held_back_says_too_is_not_learnt_from(row: Row) -> None:
    assert examining.apart([WELL, row, HELLO], BACK) == [WELL, HELLO]


def test_other_words_are_kept_and_so_are_the_same_in_the_other_language() -> None:
    rows = [
        replace(BACK[0], text="You waited so long."),
        replace(BACK[1], lang="en"),
        replace(BACK[1], text="Avez-vous un enfant avec vous?"),
    ]
    assert examining.apart(rows, BACK) == rows
