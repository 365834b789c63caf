"""What the rubric looks at: the trainee's turns, from a stored encounter or a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.feedback.rubric.subject_lines import settled, telling
from dialogues.catalogue import load_catalogue
from dialogues.prepared import Prepared
from dialogues.records import Turn
from state_machines.acts import Polarity, ReadAct, Reading
from state_machines.relationship import rank

BARE, FORMULA = 2, 6
"""A feeling "validated" in so few words ("I understand"), or as a formula in so few ("I do
understand your frustration"), says nothing."""
_FORMULA = re.compile(
    r"^(?:(?:yes|yeah|okay|ok|look|well|sir|ma'am|but|oui|bon|ben|mais|là) )*"
    r"(?:i (?:\w+ )?(?:understand|hear you|get it|know (?:how|it's))"
    r"|(?:je|j) (?:vous |te |t )?(?:\w+ )?(?:comprends|entends|sais (?:que c'est|comment)))\b"
)
_HOLLOW = frozenset({"validate", "encourage", "reflect", "label_emotion"})
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of the trainee.

    `acts` are those that count: the same words a second time count nothing, and neither does a
    bare "I understand". `echo` (0 to 1) is how far the words take up the subject's. What only an
    encounter knows is None for a transcript: `arousal` (0 to 100) and `stage` (0 stranger to 5
    change) before the turn, `looming` (0 to 1, the most threatening stance held) and `calm`
    (whether a stance was chosen that threatens nobody).
    """

    turn: int
    words: int
    acts: tuple[ReadAct, ...]
    fits: Mapping[str, float] = field(default_factory=dict)
    deeds: tuple[str, ...] = ()
    arousal: float | None = None
    stage: int | None = None
    echo: float = 0.0
    looming: float | None = None
    calm: bool = False
    hollow: bool = False
    """Words of which nothing counts: as if nothing had been said."""

    def has(self, *names: str) -> bool:
        """True when one of these acts was shown."""
        return any(read.act in names for read in self.acts)

    @property
    def harmful(self) -> tuple[str, ...]:
        return tuple(read.act for read in self.acts if read.polarity is Polarity.HARMFUL)

    @property
    def helpful(self) -> bool:
        return any(read.polarity is Polarity.HELPFUL for read in self.acts)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the whole encounter; None where there is only a transcript."""

    needs: int
    met: int
    told: int
    """Topics told in full."""
    good: bool
    """Whether the ending is a good one."""
    duty: str
    looks: int = 0
    put_off: int = 0
    """Risk checks answered, and those left for later."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What only a transcript shows, from the subject's own lines.

    `told` names the trainee's lines that the subject answered by telling something; `settled`
    (-1 to 1) is how much calmer the last words are than the first.
    """

    told: frozenset[int]
    settled: float


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that is scored, in order; of a stored encounter `known`, else `heard`."""

    said: tuple[Said, ...]
    known: Known | None = None
    heard: Heard | None = None


def of_turns(turns: Sequence[Turn], prepared: Prepared, looks: int = 0, put_off: int = 0) -> Record:
    """The record of a stored encounter; `looks` risk checks were answered, `put_off` were not."""
    heard: set[tuple[str, str]] = set()
    posture = dict(prepared.setting.catalogue.default_posture)
    said = []
    for turn in turns:
        posture.update(turn.move.posture)
        said.append(_said(turn, posture, prepared, heard))
    return Record(tuple(said), _known(turns, prepared, looks, put_off))


def of_lines(lines: Iterable[tuple[int, Reading]], subject: Mapping[int, str]) -> Record:
    """The record of a transcript: the trainee's lines as read and the subject's, by number."""
    once: set[tuple[str, str]] = set()
    said = tuple(_read(number, reading, once) for number, reading in lines)
    return Record(said, heard=Heard(telling(subject), settled(subject)))


def _read(number: int, reading: Reading, once: set[tuple[str, str]]) -> Said:
    acts = tuple(_counting(() if reading.abstained else reading.acts, once))
    hollow = _hollow(reading.text, acts, once)
    return Said(number, reading.words, acts, echo=reading.echo, hollow=hollow)


def _said(
    turn: Turn, posture: Mapping[str, str], prepared: Prepared, heard: set[tuple[str, str]]
) -> Said:
    stances = prepared.setting.catalogue.stances
    acts = tuple(_counting(turn.change.acts, heard))
    reading = turn.move.reading
    chosen = [stances[stance].threat for stance in turn.move.posture.items()]
    return Said(
        turn=turn.number,
        words=reading.words,
        acts=acts,
        fits={
            reason.name: dict(reason.factors).get("fit", 1.0)
            for reason in turn.change.reasons
            if reason.kind == "act"
        },
        deeds=turn.move.deeds,
        arousal=turn.change.before.arousal,
        stage=rank(turn.change.stage.before),
        echo=reading.echo,
        looming=max((stances[stance].threat for stance in posture.items()), default=0.0),
        calm=bool(chosen) and max(chosen) == 0.0,
        hollow=_hollow(reading.text, acts, heard),
    )


def _hollow(text: str, counted: Sequence[ReadAct], heard: set[tuple[str, str]]) -> bool:
    """Whether nothing counts in a few words, or in words said before."""
    words = tuple(_WORD.findall(text.lower()))
    again = ("", " ".join(words)) in heard
    heard.add(("", " ".join(words)))
    return bool(words) and not counted and (again or _says_nothing(words))


def _counting(acts: Sequence[ReadAct], heard: set[tuple[str, str]]) -> Iterator[ReadAct]:
    """The acts that are said with words of their own, each wording once; harm always counts."""
    for read in acts:
        words = tuple(_WORD.findall(read.sentence.lower()))
        key = (read.act, " ".join(words))
        harmful = read.polarity is Polarity.HARMFUL
        hollow = words and read.act in _HOLLOW and _says_nothing(words)
        if harmful or not (words and (hollow or key in heard)):
            yield read
        heard.add(key)


def _says_nothing(words: Sequence[str]) -> bool:
    few = len(words) <= FORMULA and _FORMULA.match(" ".join(words).replace("’", "'"))
    return len(words) <= BARE or bool(few)


def _known(turns: Sequence[Turn], prepared: Prepared, looks: int, put_off: int) -> Known | None:
    if not turns:
        return None
    scenario = prepared.scenario
    told = {t.reply.topic for t in turns if t.reply.kind == "answer" and _in_full(t, prepared)}
    ending = scenario.endings.get(turns[-1].ending)
    return Known(
        needs=len(scenario.needs),
        met=len({need for turn in turns for need in turn.change.met}),
        told=len(told),
        good=bool(ending and ending.good),
        duty=scenario.duty,
        looks=looks,
        put_off=put_off,
    )


def _in_full(turn: Turn, prepared: Prepared) -> bool:
    """Whether the answer given was one of the open ones."""
    topic = prepared.topics.get(turn.reply.topic)
    return topic is not None and any(
        saying.id in turn.reply.ids for saying in topic.answers["open"]
    )


def gate_of(act: str) -> int:
    """The stage (0 to 5) from which an act of influence helps; 0 for acts that need none."""
    gate = load_catalogue().acts[act].gate
    return rank(gate) if gate else 0
