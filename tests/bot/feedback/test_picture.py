"""The picture: drawn for any encounter, with text, always the same, small enough for a phone."""

from __future__ import annotations

import itertools
import re
import struct
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.feedback import chart, picture
from bot.feedback.chart import Mark, Scale
from bot.feedback.curves import Curves, curves
from bot.feedback.lettering import lines, width
from bot.feedback.look import STROKES, THEMES
from bot.feedback.picture import FontError, check_fonts, svg
from bot.feedback.spreading import rows, spread
from bot.texts import text
from state_machines.acts import VARIABLES
from state_machines.mood import MOODS
from tests.bot.feedback.encounters import EN, FR, simulated

FLAT = Curves((50, 50), (50, 50), (50, 50), (50, 50), ("uneasy",))
values = st.floats(0, 100)


@st.composite
def any_curves(draw, most=80):
    turns = draw(st.integers(0, most))
    series = st.lists(values, min_size=turns + 1, max_size=turns + 1).map(tuple)
    moods = st.lists(st.sampled_from(MOODS), min_size=turns, max_size=turns).map(tuple)
    return Curves(*(draw(series) for _ in VARIABLES), draw(moods))


def size(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("theme", list(THEMES))
@pytest.mark.parametrize(("play", "policy"), [(EN, "expert"), (FR, "novice"), (EN, "hostile")])
def test_an_encounter_makes_a_picture_for_a_phone(play, policy, theme):
    start, turns = simulated(play, policy)
    marks = [Mark(1, 2, True), Mark(2, 3, False)]
    png = picture.picture(curves(start, turns), marks, "Fin de quart", play.lang, theme)
    assert size(png) == (780, 900)
    assert len(png) <= picture.MOST_BYTES


@pytest.mark.parametrize("policy", ["silent", "spam"])
def test_the_longest_encounter_stays_small_enough(policy):
    start, turns = simulated(FR, policy)
    assert len(turns) == 36
    png = picture.picture(curves(start, turns), [Mark(1, 20, True)], "Le quart de jour", "fr")
    assert size(png) == (780, 900)
    assert len(png) <= picture.MOST_BYTES


def test_the_same_curves_give_the_same_bytes():
    marks = [Mark(1, 1, False)]
    assert picture.picture(FLAT, marks, "End", "en") == picture.picture(FLAT, marks, "End", "en")


def test_the_theme_the_language_the_title_and_the_marks_all_show():
    usual = picture.picture(FLAT, [], "End", "en")
    assert picture.picture(FLAT, [], "End", "en", "dark") != usual
    assert picture.picture(FLAT, [], "End", "fr") != usual
    assert picture.picture(FLAT, [], "Another", "en") != usual
    assert picture.picture(FLAT, [Mark(1, 1, True)], "End", "en") != usual
    helped, hurt = (picture.picture(FLAT, [Mark(1, 1, way)], "End", "en") for way in (True, False))
    assert helped != hurt


def test_text_is_drawn_with_the_shipped_font_and_no_other():
    drawn = svg(FLAT, [], "Été, où naît l'œuvre", "fr")
    bare = re.sub(r"<text.*?</text>", "", drawn, flags=re.S)
    assert picture._drawn(drawn) != picture._drawn(bare)
    assert picture._drawn(drawn.replace("Open Sans", "DejaVu Sans")) == picture._drawn(bare)
    assert (picture.FONT.parent / "LICENSE.txt").read_text().strip().startswith("Apache License")
    assert picture.FONT.stat().st_size <= 120_000


def test_the_check_says_that_text_is_drawn_and_a_missing_font_is_named(monkeypatch):
    assert check_fonts() == "OpenSans-Semibold.ttf draws text"
    monkeypatch.setattr(picture, "FONT", picture.FONT.with_name("Lost.ttf"))
    with pytest.raises(FontError, match=r"Lost\.ttf is missing"):
        check_fonts()
    with pytest.raises(FontError, match="install again"):
        picture.picture(FLAT, [], "End", "en")


def test_a_title_that_looks_like_markup_stays_a_title():
    drawn = svg(FLAT, [], '</text><script>"&\x00\ud800', "en")
    assert "<script>" not in drawn
    assert size(picture._drawn(drawn)) == (780, 900)


def test_a_long_title_is_cut_to_two_lines_that_fit():
    found = lines("Il a pris le couloir vers les ascenseurs sans se retourner " * 3, 42, 700, 2)
    assert len(found) == 2
    assert found[-1].endswith("…")
    assert all(width(line, 42) <= 700 for line in found)
    assert lines("Short", 42, 700, 2) == ("Short",)
    assert width(lines("W" * 200, 42, 700, 2)[0], 42) <= 700


@settings(max_examples=25, deadline=None)
@given(any_curves(), st.sampled_from(["en", "fr"]), st.sampled_from(["light", "dark"]), st.text())
def test_any_encounter_can_be_drawn(found, lang, theme, title):
    marks = [Mark(n, turn, n == 1) for n, turn in enumerate(range(1, found.turns + 1)[:2], 1)]
    assert size(picture.picture(found, marks, title, lang, theme)) == (780, 900)


@given(any_curves(), st.sampled_from(["en", "fr"]))
def test_labels_at_the_line_ends_never_touch_and_stay_inside(found, lang):
    scale = Scale(found.turns, 190.0)
    drawn = chart.lines(found, scale, lang)
    places = sorted(line.label_y for line in drawn)
    assert all(b - a >= chart.SMALL + 2 for a, b in itertools.pairwise(places))
    assert scale.top <= places[0] and places[-1] <= chart.BOTTOM
    order = sorted(drawn, key=lambda line: (line.end[1], line.label_y))
    assert [line.label_y for line in order] == places


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_longest_label_fits_beside_the_lines(lang):
    room = chart.WIDTH - chart.RIGHT - chart.LABEL_AT
    assert all(
        width(f"{text(lang, f'feedback.{variable}')} 100", chart.SMALL + 2) <= room
        for variable in VARIABLES
    )
    assert all(
        width(text(lang, f"feedback.mark_{way}", turn=80), chart.SMALL) <= 362 - 56
        for way in ("helped", "hurt")
    )


@given(any_curves(), st.sampled_from(["en", "fr"]))
def test_mood_names_never_overlap(found, lang):
    scale = Scale(found.turns, 190.0)
    placed = chart.labels(chart.bands(found.moods, scale), lang)
    for row in (0, 1):
        spans = sorted(
            (label.left, label.left + width(label.text, chart.SMALL))
            for label in placed
            if label.row == row
        )
        assert all(a[1] < b[0] for a, b in itertools.pairwise(spans))
        assert all(left >= 0 and right <= chart.WIDTH for left, right in spans)
        stems = [label.tick for label in placed if label.row > row]
        assert not any(left < stem < right for left, right in spans for stem in stems)


def test_a_long_stretch_is_named_and_each_stretch_is_drawn():
    moods = ("agitated",) * 3 + ("uneasy",) * 4 + ("settled",) * 5
    stretches = chart.bands(moods, Scale(12, 190.0))
    assert [band.mood for band in stretches] == ["agitated", "uneasy", "settled"]
    assert stretches[0].left == chart.LEFT and stretches[-1].right == chart.RIGHT
    assert {label.text for label in chart.labels(stretches, "fr")} == {"agité", "tendu", "calme"}


def test_lines_differ_without_their_colours():
    looks = [(stroke.dashes, stroke.marker) for stroke in STROKES.values()]
    assert len(set(looks)) == len(VARIABLES)
    assert len({stroke.marker for stroke in STROKES.values()}) == len(VARIABLES)


@pytest.mark.parametrize("theme", list(THEMES))
def test_text_stands_out_from_the_ground(theme):
    look = THEMES[theme]
    for colour in (look.ink, look.quiet, *look.lines.values()):
        assert contrast(colour, look.ground) >= 4.5


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_neighbouring_turning_points_stand_side_by_side():
    flags = chart.flags([Mark(1, 40, True), Mark(2, 41, False)], Scale(80, 190.0), "en")
    assert flags[1].circle - flags[0].circle >= 44
    assert flags[1].x - flags[0].x < 10
    assert [flag.key for flag in flags] == ["Turn 40: helped", "Turn 41: hurt"]


@pytest.mark.parametrize("turns", [0, 1, 2, 7, 8, 20, 80])
def test_the_axis_names_a_few_turns(turns):
    found = chart.ticks(Scale(turns, 190.0))
    assert len(found) <= 7
    assert all(0 < turn <= turns for turn in found)
    assert bool(found) == bool(turns)


def test_higher_values_stand_higher_and_later_turns_further_right():
    scale = Scale(10, 190.0)
    assert scale.y(100) == 190 < scale.y(50) < scale.y(0) == chart.BOTTOM
    assert scale.x(0) == chart.LEFT < scale.x(5) < scale.x(10) == chart.RIGHT


@given(st.lists(st.floats(0, 500), max_size=8), st.floats(1, 200))
def test_spread_places_keep_order_gap_and_bounds(wanted, gap):
    found = spread(wanted, gap, 0, 500)
    room = min(gap, 500 / max(1, len(wanted) - 1))
    ordered = sorted(found)
    assert all(b - a >= room - 1e-6 for a, b in itertools.pairwise(ordered))
    assert all(-1e-6 <= place <= 500 + 1e-6 for place in found)
    for i, j in ((i, j) for i in range(len(wanted)) for j in range(len(wanted))):
        assert wanted[i] >= wanted[j] or found[i] <= found[j]


def test_spread_leaves_what_already_fits_and_shares_the_shift_of_what_does_not():
    assert spread([10, 100, 300], 30, 0, 500) == (10, 100, 300)
    assert spread([100, 100], 30, 0, 500) == (85, 115)
    assert spread([0, 0], 30, 0, 500) == (0, 30)


def test_rows_leave_out_what_fits_nowhere():
    found = rows([(50, 60), (60, 60), (55, 60)], 2, 10, 0, 200)
    assert found[0] == (0, 20)
    assert found[2] is None


def test_curves_hold_the_start_and_every_turn():
    start, turns = simulated(EN, "novice", most=6)
    found = curves(start, turns)
    assert found.turns == 6
    for variable in VARIABLES:
        assert found[variable] == (start[variable], *(t.change.after[variable] for t in turns))
    assert found.moods == tuple(t.change.mood.after for t in turns)
    assert curves(start, []) == replace(found, **{v: (start[v],) for v in VARIABLES}, moods=())
