"""How well the reader does on realistic lines, tuned and held out apart."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.understanding import Reader
from dialogues.catalogue import catalogue_text, load_catalogue

sys.path.insert(0, str(Path(__file__).parent))

from lines import HELD_OUT, LINES, TUNED, Line  # noqa: E402


def _right(reader: Reader, line: Line) -> bool:
    reading = reader.read(line.text, lang=line.lang)
    top = reading.acts[0].act if reading.acts else ""
    act = top in line.acts if line.acts else not top
    return act and reading.polarity == line.polarity


def _share(reader: Reader, lines: tuple[Line, ...]) -> float:
    return sum(_right(reader, line) for line in lines) / len(lines)


def test_the_table_is_large_and_half_french() -> None:
    assert len(LINES) >= 150
    assert abs(sum(line.lang == "fr" for line in LINES) / len(LINES) - 0.5) < 0.02


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(("rows", "least"), [(TUNED, 0.95), (HELD_OUT, 0.9)], ids=["tuned", "held out"])
def test_realistic_lines_are_read_rightly(
    reader: Reader, rows: tuple[Line, ...], least: float, lang: str
) -> None:
    assert _share(reader, tuple(line for line in rows if line.lang == lang)) >= least


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_catalogue_is_read_as_it_teaches(reader: Reader, lang: str) -> None:
    acts = load_catalogue().acts
    rows = [(k, e) for k, v in catalogue_text(lang).acts.items() for e in v.examples]
    readings = [(name, reader.read(example, lang=lang)) for name, example in rows]
    found = sum(name in {a.act for a in r.acts} for name, r in readings)
    signed = sum(acts[name].polarity == r.polarity for name, r in readings)
    assert found / len(rows) >= 0.95
    assert signed / len(rows) >= 0.95
