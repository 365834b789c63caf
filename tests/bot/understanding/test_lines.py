"""How well the reader does on realistic lines: those it was tuned on and those it never saw."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bot.understanding import Reader
from dialogues.catalogue import catalogue_text, load_catalogue
from tests.bot.understanding.lines import FRESH, HELD_OUT, LINES, STREETS, TUNED, WAITING, Line

OPPOSITE = {"helpful": "harmful", "harmful": "helpful"}


def _is_act_right(reader: Reader, line: Line) -> bool:
    acts = reader.read(line.text, lang=line.lang).acts
    return acts[0].act in line.acts if acts else not line.acts


def _is_polarity_right(reader: Reader, line: Line) -> bool:
    return reader.read(line.text, lang=line.lang).polarity == line.polarity


def _is_turned_round(reader: Reader, line: Line) -> bool:
    return OPPOSITE.get(line.polarity) == reader.read(line.text, lang=line.lang).polarity


def _share(hits: Iterable[bool]) -> float:
    every = list(hits)
    return sum(every) / len(every)


def _of(rows: tuple[Line, ...], lang: str) -> list[Line]:
    return [line for line in rows if line.lang == lang]


def test_the_tables_are_large_and_half_french() -> None:
    assert len(LINES) >= 420
    assert abs(len(_of(LINES, "fr")) / len(LINES) - 0.5) < 0.02
    assert len({(line.text, line.lang) for line in LINES}) == len(LINES)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("rows", "acts", "polarity"),
    [
        (TUNED, 0.95, 0.97),
        (HELD_OUT, 0.9, 0.9),
        (WAITING, 0.95, 0.97),
        (STREETS, 0.88, 0.95),
        (FRESH, 0.5, 0.55),
    ],
    ids=["tuned", "held out", "waiting room", "streets", "fresh"],
)
def test_realistic_lines_are_read_rightly(
    reader: Reader, rows: tuple[Line, ...], acts: float, polarity: float, lang: str
) -> None:
    lines = _of(rows, lang)
    assert _share(_is_act_right(reader, line) for line in lines) >= acts
    assert _share(_is_polarity_right(reader, line) for line in lines) >= polarity


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_words_are_hardly_ever_read_as_their_opposite(reader: Reader, lang: str) -> None:
    assert _share(_is_turned_round(reader, line) for line in _of(LINES, lang)) <= 0.03


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_catalogue_is_read_as_it_teaches(reader: Reader, lang: str) -> None:
    acts = load_catalogue().acts
    rows = [(k, e) for k, v in catalogue_text(lang).acts.items() for e in v.examples]
    readings = [(name, reader.read(example, lang=lang)) for name, example in rows]
    assert _share(name in {a.act for a in r.acts} for name, r in readings) >= 0.95
    assert _share(acts[name].polarity == r.polarity for name, r in readings) >= 0.95
