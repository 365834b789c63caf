"""What one move means to the subject: every act, posture and deed as a signed reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from zlib import crc32

from state_machines.acts import Act, Catalogue, Effect, Move, Polarity, ReadAct, Reading
from state_machines.calibration import CALIBRATION as TABLE
from state_machines.emotion import (
    Feelings,
    Reason,
    any_of,
    harmed,
    helped,
    scaled,
    vulnerability,
    worsens,
)
from state_machines.mood import MOODS
from state_machines.relationship import lets_lead, rank

_ORDER = "command"
_RECAP = frozenset({"summarise", "reflect", "inform", "plan_together"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same during an encounter: who this subject is.

    `sensitivity` multiplies an act's effect, by act id or family; `feels` names the feelings
    a label can truly name (`strong` or `some`); `needs` maps each need to the acts that meet it;
    `moods` are those this subject can come into.
    """

    catalogue: Catalogue
    baseline: Feelings
    sensitivity: Mapping[str, float]
    feels: Mapping[str, str]
    needs: Mapping[str, frozenset[str]]
    moods: frozenset[str] = frozenset(MOODS)

    def weight(self, act: Act) -> float:
        """How much more or less than usual this subject takes from an act."""
        return weight(act, self.sensitivity)


def weight(act: Act, sensitivity: Mapping[str, float]) -> float:
    """Sensitivity to an act: its own, else its family's, else 1."""
    return sensitivity.get(act.id, sensitivity.get(act.family, 1.0))


@dataclass(frozen=True, slots=True)
class Memory:
    """What the subject remembers of the encounter; all that is not a feeling."""

    recent: tuple[str, ...] = ()
    """The last acts, oldest first, as many as count for wearing out."""
    said: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    """Families of helpful acts used while the body did not threaten."""
    met: frozenset[str] = frozenset()
    harm: int = 0
    force: int = 0
    """Deeds of force so far."""
    slighted: int = -99
    """Turn of the last harmful act."""
    debts: tuple[int, ...] = ()
    """Turns at which a false promise will be found out."""
    agreed: bool = False
    phrases: frozenset[int] = frozenset()
    """Checksums of what was said, so that the same words again are known for that."""
    deeds: tuple[str, ...] = ()
    """The last deeds, oldest first."""
    posture: Mapping[str, str] = field(default_factory=dict)


def threat_of(posture: Mapping[str, str], move: Move, catalogue: Catalogue) -> float:
    """How threatening the body is, 0 to 1: the most threatening stance or deed counts."""
    stances = [catalogue.stances[item].threat for item in posture.items()]
    deeds = [catalogue.deeds[deed].threat for deed in move.deeds]
    return min(1.0, max((*stances, *deeds), default=0.0))


def _worn(times: int) -> float:
    return TABLE.repeat[min(times, len(TABLE.repeat) - 1)]


def _fit(act: Act, read: ReadAct, reading: Reading, feels: Mapping[str, str]) -> float:
    """How well a label or paraphrase matches what is felt or was said, -0.5 to 1."""
    if not act.needs_fit or read.source in ("given", "suggested"):
        return 1.0
    if act.id == "label_emotion":
        if not read.feeling:
            return TABLE.vague_fit
        if read.feeling not in feels:
            return TABLE.wrong_fit
        return TABLE.label_fit[feels[read.feeling], read.intensity]
    if act.id == "validate":
        return 1.0
    return TABLE.loose_fit + (1 - TABLE.loose_fit) * min(1.0, reading.echo * 2.5)


def _gate(act: Act, stage: str) -> float:
    """1 where an act needs no stage; below it, help turns into harm."""
    if not act.gate:
        return 1.0
    early = rank(act.gate) - rank(stage)
    if early > 0:
        return TABLE.early[min(early, len(TABLE.early)) - 1]
    return TABLE.ripe if early < 0 else 1.0


def _helpful(
    act: Act, read: ReadAct, reading: Reading, again: int, setting: Setting, stage: str
) -> dict[str, float]:
    return {
        "confidence": read.confidence,
        "fit": _fit(act, read, reading, setting.feels),
        "gate": _gate(act, stage),
        "repeat": _worn(again),
        "person": setting.weight(act),
    }


def _harmful(act: Act, read: ReadAct, again: int, setting: Setting) -> dict[str, float]:
    return {
        "confidence": read.confidence,
        "person": setting.weight(act),
        "again": min(TABLE.harm_growth_most, 1 + TABLE.harm_growth * again),
    }


def _acts(
    acts: tuple[ReadAct, ...],
    reading: Reading,
    stage: str,
    memory: Memory,
    turn: int,
    setting: Setting,
    calm: float,
) -> Iterator[Reason]:
    """Each act as a reason; what wears it out, what fits, and what the body does to it."""
    known, same = setting.catalogue.acts, words_of(reading) in memory.phrases
    families = [known[name].family for name in memory.recent]
    for read in acts:
        act = known[read.act]
        again = families.count(act.family)  # earlier in the same breath counts too
        families.append(act.family)
        if act.polarity is Polarity.HARMFUL:
            yield _reason(act, read, _harmful(act, read, again, setting))
            continue
        factors = {**_helpful(act, read, reading, again, setting, stage), "body": calm}
        if act.family == "own" and turn - memory.slighted <= TABLE.repair_window:
            factors["repair"] = TABLE.repair_boost
        if same:
            factors["same words"] = TABLE.same_words
        yield _reason(act, read, factors, TABLE.pace)


def words_of(reading: Reading) -> int:
    """A checksum of what was said, letters only; 0 when nothing was."""
    letters = "".join(char for char in reading.text.lower() if char.isalnum())
    return crc32(letters.encode()) if letters else 0


def _deeds(move: Move, memory: Memory, calm: float, catalogue: Catalogue) -> Iterator[Reason]:
    """Each deed as a reason: its help wears out when repeated and is lost on a hostile body."""
    for deed in move.deeds:
        worn = _worn(memory.deeds.count(deed))
        help_left = {"repeat": worn, "body": calm}
        named = tuple((name, round(left, 3)) for name, left in help_left.items() if left != 1)
        effect = catalogue.deeds[deed].effect
        yield Reason("deed", deed, helped(effect, worn * calm), named)


def _reason(act: Act, read: ReadAct, factors: dict[str, float], pace: float = 1.0) -> Reason:
    product = pace
    for factor in factors.values():
        product *= factor
    named = tuple((name, round(value, 3)) for name, value in factors.items() if value != 1)
    return Reason("act", act.id, scaled(act.effect, product), named, read.sentence)


def _load(reading: Reading, arousal: float) -> Iterator[Reason]:
    """Too many words for how worked up the subject is."""
    limit = next(words for floor, words in TABLE.load_words if arousal >= floor)
    over = min(TABLE.load_most, max(0, reading.words - limit) * TABLE.load_per_word)
    if over:
        yield Reason("load", "too_many_words", Effect(arousal=over, trust=-over / 2))


def _debts(turn: int, memory: Memory) -> Iterator[Reason]:
    for due in memory.debts:
        if due == turn:
            yield Reason(
                "debt",
                "false_promise",
                Effect(arousal=TABLE.debt_arousal, trust=TABLE.debt_trust, hopelessness=2),
            )


def as_meant(reading: Reading, mood: str, stage: str, kept: bool = True) -> tuple[ReadAct, ...]:
    """The acts that count in this situation.

    None when the reading abstains. A safety command without imminent danger is an order. A
    recap or next step said with thanks, once the subject lets the trainee lead, is a close.
    Saying that something was done counts only if something was (`kept`).
    """
    if reading.abstained:
        return ()
    acts = reading.acts
    if mood != "assaultive":
        acts = tuple(_as_order(read) if read.act == "safety_command" else read for read in acts)
    if not kept:
        acts = tuple(read for read in acts if read.act != "follow_through")
    named = {read.act for read in acts}
    if lets_lead(stage) and "thank" in named and _RECAP & named and "close" not in named:
        thanks = next(read for read in acts if read.act == "thank")
        acts = (*acts, replace(thanks, act="close"))
    return acts


def has_kept_word(done: Collection[str], catalogue: Catalogue) -> bool:
    """True when something practical has been done; waiting and listening are not that."""
    return any(catalogue.deeds[deed].group not in ("time", "force") for deed in done)


def _as_order(read: ReadAct) -> ReadAct:
    return replace(read, act=_ORDER, polarity=Polarity.HARMFUL)


def appraise(
    acts: tuple[ReadAct, ...],
    move: Move,
    posture: Mapping[str, str],
    feelings: Feelings,
    stage: str,
    memory: Memory,
    turn: int,
    setting: Setting,
) -> tuple[Reason, ...]:
    """Every signed reason of this move, in points, before bounding.

    A threatening body takes the gain out of kind words and does its own harm; it never adds
    a second penalty for the mismatch, or an insult could beat a kind word.
    """
    catalogue = setting.catalogue
    calm = 1 - threat_of(posture, move, catalogue)
    stances = [catalogue.stances[item] for item in sorted(posture.items())]
    reasons = (
        *_acts(acts, move.reading, stage, memory, turn, setting, calm),
        *(
            Reason("posture", f"{s.dimension}_{s.id}", s.effect)
            for s in stances
            if any_of(s.effect)
        ),
        *_deeds(move, memory, calm, catalogue),
        *_load(move.reading, feelings.arousal),
        *_debts(turn, memory),
    )
    factor = vulnerability(feelings)
    return tuple(_as_heard(reason, factor) for reason in reasons)


def _as_heard(reason: Reason, factor: float) -> Reason:
    """The reason with its harm as hard as it lands now."""
    if not worsens(reason.effect):
        return reason
    effect = harmed(reason.effect, factor)
    return Reason(reason.kind, reason.name, effect, reason.factors, reason.sentence)
