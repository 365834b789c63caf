"""Weighs what the learnt head thinks likely together with what the rules saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.understanding.combining import TWO_WAYS, surest
from bot.understanding.encoder import Encoder
from bot.understanding.evidence import Clause, Evidence
from bot.understanding.features import Numbers, features
from bot.understanding.finding import questions
from bot.understanding.head import KINDS, Head

LIKELY, LIKELY_HARM = 0.42, 0.32
"""Probability from which the likeliest act is believed: one that helps, and one that harms, since
harm that goes unnoticed costs the trainee more than a doubt. Below it the reading is unsure.
Chosen on the validation voices, like the others here."""

CURT, CURT_HARM = 4, 0.45
"""So few words ("hey there") harm only from this probability on, unless a rule met something."""

ALSO = 0.65
"""Probability from which another act is believed beside it."""

PLAIN_HARM, OWN_ACT = 0.9, 0.65
"""Probability that a clause harms, and of the act in it, from which what is said after
a "but" is not diluted by the kind words before it."""

FEW, OWN_SAY, SHORT = 2, 0.85, 4
"""Up to so many clauses the whole move says as much as its likeliest clause. Of a longer one the
whole is a blur: a clause of at least SHORT words, fewer being a fragment, has this much of the say,
one that harms only where that is plain. Chosen on three or four lines of the validation voices in
a row: of their acts 58 % are found instead of 36 %, of harm among them 56 % instead of 30 %."""

TURNS = ("but ", "mais ", "or ", "sinon ", "otherwise ")
"""How a clause begins with which the speaker turns."""

ELSEWHERE = 0.5
"""Probability of no speech to the subject from which words take no turn."""

DECIDED = 0.75
"""Probability from which an act is not in doubt, whatever else the words might be."""

ALONE = 0.95
"""Probability of an act that a rule decides alone; such rules were right for 95 % or more of the
training lines they met."""

CLEARLY = 0.6
"""Probability of harm, or of help, from which acts of the other kind are doubted."""

STACKED, FEWEST_STACKED = "question_stack", 2
"""One question is never a pile of them, however curt it sounds."""

DOUBT = 0.6
"""What is left of a doubted act's probability."""


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely each output of the head is in each clause and, last, in the whole move."""

    acts: tuple[str, ...]
    table: Numbers
    harms: Numbers

    @property
    def mean(self) -> Numbers:
        """For each output the likeliest clause and the whole, averaged (nlu.md 3.2)."""
        mean: Numbers = (self.table[:-1].max(axis=0) + self.table[-1]) / 2
        return mean

    @property
    def harm(self) -> float:
        """How likely the move harms rather than helps, 0 to 1."""
        return float((self.harms[:-1].max() + self.harms[-1]) / 2)

    @property
    def neutral(self) -> float:
        """How likely the move shows no act at all, 0 to 1."""
        return self._kind("neutral")

    @property
    def is_elsewhere(self) -> bool:
        """Whether the words are no speech to the subject: that is likely, and no act is."""
        likeliest = float(self.mean[: len(self.acts)].max())
        return self._kind("elsewhere") >= ELSEWHERE and likeliest < ALONE

    def _kind(self, kind: str) -> float:
        return float(self.table[-1, len(self.acts) + KINDS.index(kind)])


def likely(
    head: Head,
    encoder: Encoder | None,
    clauses: Sequence[Clause],
    previous: str,
    found: Sequence[Evidence],
) -> Likely:
    """What the head thinks of each clause and of all of them together."""
    rows = features(clauses, previous, found, head.acts, encoder)
    if len(clauses) == 1:  # one clause is its own whole, so it is looked at once
        table, harms = head.probabilities(rows[:1])
        return Likely(head.acts, np.repeat(table, 2, axis=0), np.repeat(harms, 2))
    table, harms = head.probabilities(rows)
    return Likely(head.acts, table, harms)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence that stands, the surest first, and whether the words can be read two ways."""

    standing: tuple[Evidence, ...]
    two_ways: bool


def weigh(
    seen: Likely, clauses: Sequence[Clause], found: Sequence[Evidence], harmful: Sequence[bool]
) -> Weighed:
    """Weighs the head's view with the rules' evidence; `harmful` says which of the acts harm.

    Polarity comes first: it is read more surely than any single act (nlu.md 5).
    """
    harms = np.asarray(harmful)
    probable = _probable(seen, clauses, found, harms)
    standing = _standing(probable, seen, clauses, found, harms)
    return Weighed(tuple(standing), _two_ways(probable, seen, harms))


def _standing(
    probable: Numbers,
    seen: Likely,
    clauses: Sequence[Clause],
    found: Sequence[Evidence],
    harms: NDArray[np.bool_],
) -> Iterator[Evidence]:
    """The acts that are believed. A clause that harms in the first place does not help as well."""
    rules = surest(found)
    curt = not found and sum(len(clause.plain.split()) for clause in clauses) <= CURT
    enough = np.where(harms, CURT_HARM if curt else LIKELY_HARM, LIKELY)
    taken: dict[int, bool] = {}
    for rank, place in enumerate(np.argsort(-probable, kind="stable")):
        if probable[place] < (ALSO if rank else enough[place]):
            continue
        one = _evidence(seen.acts[place], float(probable[place]), seen, clauses, rules)
        if not taken.setdefault(one.clause, bool(harms[place])) or harms[place]:
            yield one


def _two_ways(probable: Numbers, seen: Likely, harms: NDArray[np.bool_]) -> bool:
    """Whether the same clause can be read for good or for ill about as well."""
    good, bad = (int(np.where(kind, probable, 0).argmax()) for kind in (~harms, harms))
    close = abs(probable[good] - probable[bad]) < TWO_WAYS
    clause = seen.table[:-1].argmax(axis=0)
    both = min(probable[good], probable[bad]) >= LIKELY_HARM
    torn = max(probable[good], probable[bad]) < DECIDED
    return bool(close and both and torn and clause[good] == clause[bad])


def _probable(
    seen: Likely,
    clauses: Sequence[Clause],
    found: Sequence[Evidence],
    harmful: NDArray[np.bool_],
) -> Numbers:
    acts, few = len(seen.acts), len(clauses) <= FEW
    probable = _of_few(seen, harmful) if few else _of_many(seen, clauses, harmful)
    if STACKED in seen.acts and questions(clauses) < FEWEST_STACKED:
        probable[seen.acts.index(STACKED)] = 0.0
    for number, clause in enumerate(clauses):
        if seen.harms[number] >= PLAIN_HARM and clause.plain.startswith(TURNS):
            here = seen.table[number, :acts]
            plainly = harmful & (here >= OWN_ACT)
            probable[plainly] = np.maximum(probable, here)[plainly]
    for place in sorted({seen.acts.index(one.act) for one in found if one.alone}):
        if few:
            probable[harmful != harmful[place]] *= DOUBT
        probable[place] = max(probable[place], ALONE)
    return probable


def _of_few(seen: Likely, harmful: NDArray[np.bool_]) -> Numbers:
    """How likely each act is in a short move, whose polarity is one."""
    probable: Numbers = seen.mean[: len(seen.acts)].copy()
    _doubt(probable, seen.harm, harmful)
    return probable


def _of_many(seen: Likely, clauses: Sequence[Clause], harmful: NDArray[np.bool_]) -> Numbers:
    """How likely each act is in a long move: its clauses may help and harm in turn."""
    acts = len(seen.acts)
    here, whole = seen.table[:-1, :acts].copy(), seen.table[-1, :acts]
    for likely_here, harms in zip(here, seen.harms[:-1], strict=True):
        _doubt(likely_here, float(harms), harmful)
    long = np.asarray([len(clause.plain.split()) >= SHORT for clause in clauses])[:, None]
    trusted = long & (~harmful | (seen.harms[:-1, None] >= PLAIN_HARM))
    say = np.where(trusted, OWN_SAY, 0.5)
    probable: Numbers = (say * here + (1 - say) * whole).max(axis=0).astype(np.float32)
    return probable


def _doubt(probable: Numbers, harms: float, harmful: NDArray[np.bool_]) -> None:
    """Takes from the acts of one sign where the words are clearly of the other."""
    if harms >= CLEARLY:
        probable[~harmful] *= DOUBT
    elif harms <= 1 - CLEARLY:
        probable[harmful] *= DOUBT


def _evidence(
    act: str, sure: float, seen: Likely, clauses: Sequence[Clause], rules: Mapping[str, Evidence]
) -> Evidence:
    """The act in the clause that shows it best; a rule that saw it too lends what it knows."""
    if act in rules:
        return replace(rules[act], confidence=sure)
    clause = int(seen.table[:-1, seen.acts.index(act)].argmax())
    return Evidence(act, sure, clause, 0, len(clauses[clause].plain), "head")
