"""Examines a reader on lines it has never seen, beside readers that anyone could build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Any

from bot.understanding.reader import Reader
from bot.understanding.training import measuring
from bot.understanding.training.damage import damaged
from bot.understanding.training.seeds import Row
from dialogues.play import LANGS
from state_machines.acts import Polarity, ReadAct, Reading

DAMAGES = ("slips", "typos", "unpunctuated", "capitals", "slang")
"""Damage whose price is reported."""

BY_CHANCE, DRAWS = ("slips", "typos"), 3
"""One draw of slips moves macro-F1 by up to a point either way (measured over five draws)."""

Signs = Mapping[str, Polarity]


@dataclass(frozen=True, slots=True)
class Examined:
    """A line and how it was read."""

    row: Row
    reading: Reading

    @property
    def found(self) -> tuple[str, ...]:
        """The acts found, the surest first."""
        return tuple(act.act for act in self.reading.acts)

    @property
    def right(self) -> bool:
        """Whether the main act found is one that is there, or rightly none was found."""
        return self.found[0] in self.row.acts if self.found else not self.row.acts


def examine(reader: Reader, rows: Iterable[Row]) -> list[Examined]:
    """Every line as the reader reads it, after what the subject said before."""
    return [
        Examined(row, reader.read(row.text, lang=row.lang, previous=row.previous)) for row in rows
    ]


def report(reader: Reader, rules: Reader, rows: Sequence[Row], signs: Signs) -> dict[str, Any]:
    """Everything that is reported, by language; numbers from 0 to 1 unless they count."""
    return {lang: _in_one(reader, rules, _of(rows, lang), signs) for lang in LANGS}


def essentials(reader: Reader, rows: Sequence[Row], signs: Signs) -> dict[str, Any]:
    """What decides whether a head may take another's place, by language."""
    return {lang: _essential(examine(reader, _of(rows, lang)), signs) for lang in LANGS}


def _essential(every: Sequence[Examined], signs: Signs) -> dict[str, Any]:
    return {**summary(every, signs), "acts": per_act(every, tuple(signs))}


def _of(rows: Sequence[Row], lang: str) -> list[Row]:
    return [row for row in rows if row.lang == lang]


def _in_one(reader: Reader, rules: Reader, rows: Sequence[Row], signs: Signs) -> dict[str, Any]:
    return {
        "lines": len(rows),
        **_essential(examine(reader, rows), signs),
        "damage": {kind: _damage(reader, rows, kind, signs) for kind in DAMAGES},
        "baselines": {
            "rules": summary(examine(rules, rows), signs),
            "length": _by_length(rows, signs),
            "majority": summary(_majority(rows, signs), signs),
        },
    }


def summary(every: Sequence[Examined], signs: Signs) -> dict[str, float]:
    """The figures of one reader on one set of lines."""
    gold = [one.row.acts for one in every]
    answered = [one for one in every if not one.reading.abstained]
    surest = [(one.reading.acts[0].confidence, one.right) for one in answered if one.found]
    harms = harmful(every, signs)
    signed = [one for one in every if one.row.acts]
    return {
        "macro_f1": measuring.macro_f1(tuple(signs), gold, [one.found for one in every]),
        "top_right": _share(one.right for one in answered),
        "abstains": 1 - len(answered) / max(1, len(every)),
        "polarity_auc": measuring.auc(
            [one.reading.harm for one in signed], [_harms(one.row.acts, signs) for one in signed]
        ),
        "harmful_precision": harms.precision,
        "harmful_recall": harms.recall,
        "calibration_error": measuring.calibration_error(
            [sure for sure, _ in surest], [right for _, right in surest]
        ),
    }


def harmful(every: Sequence[Examined], signs: Signs) -> measuring.Counts:
    """How often harm was found rightly, wrongly, and missed."""
    gold = [("harm",) if _harms(one.row.acts, signs) else () for one in every]
    found = [("harm",) if _harms(one.found, signs) else () for one in every]
    return measuring.counts("harm", gold, found)


def per_act(every: Sequence[Examined], acts: Sequence[str]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each act, and on how many lines it is."""
    gold, found = [one.row.acts for one in every], [one.found for one in every]
    table = {}
    for act in acts:
        counted = measuring.counts(act, gold, found)
        table[act] = {
            "precision": counted.precision,
            "recall": counted.recall,
            "f1": counted.f1,
            "lines": counted.right + counted.missed,
        }
    return table


def refused(every: Sequence[Examined]) -> float:
    """Share of the lines taken for no speech to the subject."""
    return _share(one.reading.abstained == "not_addressed" for one in every)


def read_as_acts(every: Sequence[Examined]) -> float:
    """Share of the lines in which an act was found."""
    return _share(bool(one.found) for one in every)


def _damage(reader: Reader, rows: Sequence[Row], kind: str, signs: Signs) -> dict[str, float]:
    """What is left on damaged copies; slips and typos fall by chance, so three times."""
    found = []
    for draw in range(DRAWS if kind in BY_CHANCE else 1):
        worse = [replace(row, text=damaged(row.text, row.lang, kind, draw)) for row in rows]
        found.append(summary(examine(reader, worse), signs))
    named = ("macro_f1", "top_right", "polarity_auc")
    return {name: fmean(one[name] for one in found) for name in named}


def _by_length(rows: Sequence[Row], signs: Signs) -> dict[str, float]:
    """What the number of words alone tells of harm: shorter lines harm more often, or not."""
    signed = [row for row in rows if row.acts]
    short = [-float(len(row.text.split())) for row in signed]
    return {"polarity_auc": measuring.auc(short, [_harms(row.acts, signs) for row in signed])}


def _majority(rows: Sequence[Row], signs: Signs) -> list[Examined]:
    """Every line read as the commonest act."""
    act = Counter(act for row in rows for act in row.acts).most_common(1)[0][0]
    reading = Reading(acts=(ReadAct(act, signs[act]),), polarity=signs[act])
    return [Examined(row, reading) for row in rows]


def _harms(acts: Iterable[str], signs: Signs) -> bool:
    return any(signs[act] is Polarity.HARMFUL for act in acts)


def _share(answers: Iterable[bool]) -> float:
    every = list(answers)
    return sum(every) / max(1, len(every))
