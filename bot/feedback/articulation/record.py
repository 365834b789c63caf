"""What an account is held against: what was done and said, and what the trainee could know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.feedback.articulation.account import fold
from bot.feedback.articulation.lexicon import lexicon, stem
from dialogues.prepared import Prepared
from dialogues.records import Turn
from dialogues.reply import Reply

_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Record:
    """One encounter: what its turns show, and what nobody told.

    `secret` are the words (as stems) for what an ambiguous sign was; one of them tells it.
    `untold` are the words of each answer that was never given; it takes two to tell one.
    """

    deeds: frozenset[str]
    acts: frozenset[str]
    stances: frozenset[str]
    topics: frozenset[str]
    words: str
    """Everything the trainee said, folded."""
    secret: frozenset[str]
    untold: tuple[frozenset[str], ...]


def record(turns: Sequence[Turn], opening: Reply, prepared: Prepared) -> Record:
    """The record of an encounter; `opening` is what was seen and heard before the first turn."""
    readings = [turn.move.reading for turn in turns]
    known = stems(" ".join(_shown(turns, opening, prepared)), prepared.lang)
    secret = stems(prepared.words.benign_reading, prepared.lang) - known
    untold = (stems(line, prepared.lang) - known for line in _open_answers(prepared))
    return Record(
        deeds=frozenset(deed for turn in turns for deed in turn.move.deeds),
        acts=frozenset(
            act.act for turn in turns for act in (*turn.move.reading.acts, *turn.change.acts)
        ),
        stances=frozenset(
            f"{dimension}.{stance}"
            for turn in turns
            for dimension, stance in turn.move.posture.items()
        ),
        topics=frozenset(topic for reading in readings for topic in reading.topics),
        words=fold(" ".join(reading.text for reading in readings)),
        secret=secret,
        untold=tuple(words for words in untold if len(words) > 1),
    )


def stems(words: str, lang: str) -> frozenset[str]:
    """The stems of the words that are not common ones."""
    return frozenset(stem(word) for word in _WORD.findall(fold(words))) - lexicon(lang).common


def _shown(turns: Sequence[Turn], opening: Reply, prepared: Prepared) -> Iterator[str]:
    """Everything the trainee was shown or said until the end of the encounter."""
    words = prepared.words
    yield from (words.title, words.teaser, words.content_note, words.subject, words.learn)
    yield from (words.duty, words.ambiguous_cue, *words.factors.values())
    yield from map(str, words.briefing.model_dump().values())
    for reply in (opening, *(turn.reply for turn in turns)):
        yield from (reply.said, reply.cue, reply.event, reply.deed)
    yield from (turn.move.reading.text for turn in turns)
    if turns and (ending := words.endings.get(turns[-1].ending)):
        yield from (ending.title, ending.text)


def _open_answers(prepared: Prepared) -> Iterator[str]:
    for topic in prepared.words.topics.values():
        yield from (line for line in topic.open.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Proof:
    """What in a record shows that something was done; `later` if it may come after the end."""

    deeds: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    words: str = ""
    later: bool = False


PROOFS: Mapping[str, Proof] = {
    "handcuffs": Proof(deeds=("handcuffs",)),
    "oc_spray": Proof(deeds=("oc_spray",)),
    "baton": Proof(deeds=("baton",)),
    "cew": Proof(deeds=("cew_use", "cew_display")),
    "firearm": Proof(deeds=("firearm_drawn", "firearm_used")),
    "soft_control": Proof(deeds=("soft_control", "hard_control", "handcuffs")),
    "call_backup": Proof(deeds=("call_backup", "call_security", "code_white", "fetch_colleague")),
    "call_security": Proof(deeds=("call_security", "code_white", "call_backup")),
    "code_white": Proof(deeds=("code_white",)),
    "bring_water": Proof(deeds=("bring_water",)),
    "bring_chair": Proof(deeds=("bring_chair",)),
    "bring_blanket": Proof(deeds=("bring_blanket",)),
    "offer_phone_call": Proof(deeds=("offer_phone_call",)),
    "move_to_quiet_place": Proof(deeds=("move_to_quiet_place",)),
    "clear_onlookers": Proof(deeds=("clear_onlookers",), acts=("clear_scene",)),
    "quiet_scene": Proof(deeds=("quiet_scene",)),
    "sit_with": Proof(deeds=("sit_with",), stances=("level.seated",)),
    "keep_distance": Proof(
        deeds=("keep_distance", "step_out_of_way", "disengage", "use_cover"),
        stances=("distance.back",),
    ),
    "get_update": Proof(deeds=("get_update",), acts=("follow_through",), later=True),
    "write_it_down": Proof(deeds=("write_it_down",), later=True),
    "fetch_family": Proof(deeds=("fetch_family", "offer_phone_call"), later=True),
    "fetch_interpreter": Proof(deeds=("fetch_interpreter",), later=True),
    "call_crisis_team": Proof(deeds=("call_crisis_team", "hand_over"), later=True),
    "medical_check": Proof(deeds=("medical_check",), later=True),
    "hand_over": Proof(deeds=("hand_over",), later=True),
    "apologise": Proof(
        acts=("apologise", "repair"),
        words=r"sorry|apolog\w*|desole\w*|excus\w*|pardon\w*|regret\w*",
    ),
    "ask_suicide": Proof(
        acts=("ask_suicide",),
        topics=("suicide",),
        words=r"suicid\w*|kill(?:ing)? yourself|to die|end(?:ing)? (?:your life|it)|mourir"
        r"|vous tuer|te tuer|en finir|(?:vous|t')? ?enlever la vie",
    ),
    "weapon": Proof(
        topics=("weapon",),
        words=r"weapons?|knife|armed|sharp|armes?|d'armes?|armee?|couteau|coupant",
    ),
    "introduce": Proof(
        acts=("introduce",), words=r"my name|(?:i'm|i am) \w+|m'appelle|mon (?:pre)?nom|je suis \w+"
    ),
    "ask_name": Proof(acts=("ask_name",), topics=("name",), words=r"name|(?:pre)?nom|appel\w+"),
    "thank": Proof(acts=("thank",), words=r"thank\w*|merci\w*|remerci\w*"),
    "offer_choice": Proof(
        acts=("offer_choice", "autonomy"),
        words=r"or|choice|choose|prefer|ou|choix|choisi\w*|prefer\w*",
    ),
}
"""What shows each claim of the lexicon."""


def shows(found: Record, claim: str) -> bool:
    """Whether the record shows this; what was typed counts for words, however it was read."""
    proof = PROOFS[claim]
    return bool(
        found.deeds.intersection(proof.deeds)
        or found.acts.intersection(proof.acts)
        or found.topics.intersection(proof.topics)
        or found.stances.intersection(proof.stances)
        or (proof.words and re.search(rf"(?<!\w)(?:{proof.words})(?!\w)", found.words))
    )
