"""Seven skills to drill: what shows each, what spoils it, and how it can sound."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.feedback.causes import harmful_acts
from bot.feedback.wording import catalogue_of, filled
from dialogues.prepared import Prepared
from dialogues.records import Turn
from state_machines.acts import Polarity, Reading

MOST_WORDS = 15
"""What "say it in 15 words" allows."""

ACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reflect": ("reflect",),
        "label": ("label_emotion",),
        "ask_suicide": ("ask_suicide",),
        "set_limit": ("set_limit", "offer_choice"),
        "repair": ("repair", "apologise"),
        "open": ("introduce", "give_reason"),
        "brevity": (),
    }
)
"""Each skill with the acts whose definitions say what it is."""
SKILLS = tuple(ACTS)

_WAYS_OUT = frozenset({"offer_choice", "autonomy", "plan_together", "request"})
_WAY_OUT = re.compile(
    r"\b(?:you|we) (?:can|could)\b(?!'t|not| not)|\bso (?:that )?(?:i|we) can\b"
    r"|\band (?:then )?(?:i|we)(?:'ll| will| can)\b|\bas soon as you\b|\bonce you\b|\bi'll stay\b"
    r"|\bvous (?:pouvez|pourriez)\b(?! pas)|\bon (?:peut|pourrait)\b(?! pas)"
    r"|\bpour qu'on (?:puisse|continue)\b|\bet (?:là,? )?(?:je|on) (?:reste|continue|vous|va)\b"
    r"|\b(?:dès|aussitôt|une fois) que vous\b|\bvous avez le droit\b|\bje reste\b",
    re.IGNORECASE,
)
"""How a sentence leaves the other a way to go on, where no act of its own says so."""
_BUT = re.compile(r"\b(?:but|however|mais|sauf que|par contre|cependant)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"suicid|\bkill(?:ing)? your ?self|\bend(?:ing)? (?:your|their) (?:own )?life"
    r"|\btak(?:e|ing) your (?:own )?life|\b(?:die|dying|dead)\b"
    r"|\bvous tuer\b|enlever la vie|\bmourir\b|\bmettre fin à vos jours|en finir avec la vie"
    r"|\bte tuer\b|\bmort\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the skill was shown, and what is in the way where it was not.

    `missing` holds keys of `drills.miss_*`, the weightiest first; `loose` says that what was
    given back has no word of the subject's in it.
    """

    shown: bool
    missing: tuple[str, ...] = ()
    loose: bool = False


def check(skill: str, reading: Reading, feels: Collection[str]) -> Verdict:
    """Whether these words show the skill; `feels` are the feelings that the subject has.

    Nothing is credited where the reading abstained, and no skill is shown beside a harmful act.

    Raises:
        KeyError: no such skill.
    """
    if reading.abstained:
        return Verdict(False, ("unread",))
    harmful = bool(spoiling(reading))
    missing = (*(["harmful"] if harmful else []), *_CHECKS[skill](reading, feels))
    return Verdict(not missing, missing, skill == "reflect" and not missing and not reading.echo)


def spoiling(reading: Reading) -> tuple[str, ...]:
    """The acts that no skill is shown beside; nobody is in danger here, so an order is one."""
    return tuple(
        read.act
        for read in reading.acts
        if read.polarity is Polarity.HARMFUL or read.act == "safety_command"
    )


def _has(reading: Reading, *names: str) -> bool:
    return any(read.act in names for read in reading.acts)


def _plain(reading: Reading) -> str:
    return reading.text.replace("\u2019", "'")


def _reflect(reading: Reading, _feels: Collection[str]) -> Iterator[str]:
    if not _has(reading, "reflect", "summarise"):
        yield "reflect"


def _label(reading: Reading, feels: Collection[str]) -> Iterator[str]:
    named = [read.feeling for read in reading.acts if read.act == "label_emotion"]
    if not named:
        yield "label"
    elif not any(named):
        yield "vague"
    elif not set(named) & set(feels):
        yield "feeling"


def _ask_suicide(reading: Reading, _feels: Collection[str]) -> Iterator[str]:
    if not _has(reading, "ask_suicide"):
        yield "indirect" if _has(reading, "safety_question") else "ask_suicide"
    elif not _NAMED.search(_plain(reading)):
        yield "indirect"


def _set_limit(reading: Reading, _feels: Collection[str]) -> Iterator[str]:
    if not _has(reading, "set_limit"):
        yield "set_limit"
    if not (_has(reading, *_WAYS_OUT) or _WAY_OUT.search(_plain(reading))):
        yield "way_out"


def _repair(reading: Reading, _feels: Collection[str]) -> Iterator[str]:
    if not _has(reading, "repair", "apologise"):
        yield "repair"
    if _BUT.search(_plain(reading)):
        yield "but"


def _open(reading: Reading, _feels: Collection[str]) -> Iterator[str]:
    if not _has(reading, "introduce"):
        yield "introduce"
    if not _has(reading, "give_reason"):
        yield "give_reason"


def _brevity(reading: Reading, _feels: Collection[str]) -> Iterator[str]:
    if reading.words > MOST_WORDS:
        yield "too_long"
    if not any(read.polarity is Polarity.HELPFUL for read in reading.acts):
        yield "nothing"


_CHECKS = MappingProxyType(
    {
        "reflect": _reflect,
        "label": _label,
        "ask_suicide": _ask_suicide,
        "set_limit": _set_limit,
        "repair": _repair,
        "open": _open,
        "brevity": _brevity,
    }
)


def examples(
    skill: str, turn: Turn | None, prepared: Prepared, drawn: Mapping[str, str]
) -> Iterator[str]:
    """Lines that may show the skill, from the nearest to this situation to the most general.

    First the scenario's better lines for the harm in the turn, then its suggested lines for the
    mood, then the catalogue's examples.

    Raises:
        KeyError: no such skill.
    """
    found = [*_better(turn, prepared), *_suggested(skill, turn, prepared)] if turn else []
    yield from filter(None, (filled(line, drawn) for line in found))
    yield from catalogue_examples(skill, prepared)


def catalogue_examples(skill: str, prepared: Prepared) -> Iterator[str]:
    """The catalogue's own examples of the skill; an opening is made of two of them."""
    words = catalogue_of(prepared).acts
    if skill == "open":
        pairs = zip(words["introduce"].examples, words["give_reason"].examples, strict=False)
        yield from (" ".join(pair) for pair in pairs)
        return
    yield from words[(ACTS[skill] or ("reflect",))[0]].examples


def _better(turn: Turn, prepared: Prepared) -> Iterator[str]:
    for act in harmful_acts(turn):
        yield prepared.words.better.get(act, "")


def _suggested(skill: str, turn: Turn, prepared: Prepared) -> Iterator[str]:
    """Suggested lines for the mood with one of the skill's acts; those that hold at any time."""
    known, wanted = prepared.setting.catalogue.acts, set(ACTS[skill])
    offered = {str(mood): lines for mood, lines in prepared.words.suggestions.items()}
    for line in offered.get(turn.change.mood.before, []):
        helps = all(known[act].polarity is not Polarity.HARMFUL for act in line.acts)
        if helps and line.when is None and (not wanted or wanted & set(line.acts)):
            yield line.say
