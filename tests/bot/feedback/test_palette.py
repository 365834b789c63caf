"""A picture in a palette: half the bytes, the same picture to any eye."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image, ImageChops

from benchmarks.pictures import KINDS, course, sizes
from bot.feedback import fork_picture, picture
from bot.feedback.chart import Mark
from bot.feedback.look import THEMES
from bot.feedback.palette import with_palette
from bot.texts import LANGS

A_FEW = 24
"""Steps of 255 that no eye tells apart along an edge two pixels wide."""
QUIET_BYTES = 35_000
"""The most that a course such as subjects take may need."""


def drawn(theme="light", kind="quiet", turns=20):
    marks = [Mark(1, 3, True), Mark(2, turns - 1, False)]
    return picture._drawn(picture.svg(course(turns, kind), marks, "The end", "en", theme))


def opened(png):
    return Image.open(BytesIO(png)).convert("RGB")


def test_every_picture_is_small_enough_however_long_and_noisy():
    found = list(sizes())
    assert {(one.theme, one.lang, one.kind) for one in found} == {
        (theme, lang, kind) for theme in THEMES for lang in LANGS for kind in KINDS
    }
    assert max(one.turns for one in found) == 36
    for one in found:
        most = QUIET_BYTES if one.kind == "quiet" else picture.MOST_BYTES
        assert max(one.debrief, one.fork) <= most, one


@pytest.mark.parametrize("theme", list(THEMES))
def test_a_course_beyond_all_bounds_is_drawn_with_hard_edges_and_fits(theme):
    was, now = course(80, "noisy"), course(80, "noisy", seed=2)
    marks = [Mark(1, 3, True)]
    smooth = with_palette(picture._drawn(picture.svg(was, marks, "The end", "fr", theme)))
    assert len(smooth) > picture.MOST_BYTES
    for png in (
        picture.picture(was, marks, "The end", "fr", theme),
        fork_picture.fork_picture(was, now, 2, "fr", theme=theme),
    ):
        assert len(png) <= picture.MOST_BYTES


@pytest.mark.parametrize("theme", list(THEMES))
def test_quiet_courses_take_half_the_bytes_and_look_the_same_to_a_step(theme):
    png = drawn(theme)
    reduced = with_palette(png)
    assert len(reduced) < 0.6 * len(png)
    most = ImageChops.difference(opened(png), opened(reduced)).getextrema()
    assert all(high <= 2 for _, high in most)
    assert opened(reduced).getpixel((0, 0)) == opened(png).getpixel((0, 0))


@pytest.mark.parametrize("theme", list(THEMES))
def test_noisy_courses_change_by_what_nobody_sees(theme):
    png = drawn(theme, "noisy", 36)
    changed = ImageChops.difference(opened(png), opened(with_palette(png)))
    assert all(high <= A_FEW for _, high in changed.getextrema())


def test_the_same_picture_gives_the_same_bytes():
    png = drawn()
    assert all(one == other for one, other in pairwise(with_palette(png) for _ in range(3)))
    assert opened(with_palette(png)).size == (780, 900)
