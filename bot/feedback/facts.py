"""What happened, from the record alone: ending, turns, moods, techniques, opening, duty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from bot.feedback.caption import moods
from bot.feedback.causes import counted_acts
from bot.feedback.wording import catalogue_of, filled
from bot.texts import counted, text
from dialogues.prepared import Prepared
from dialogues.records import Turn
from state_machines.acts import Polarity

GIVEN_BACK = frozenset({"reflect", "summarise", "label_emotion", "validate"})
ASKED = frozenset({"open_question", "safety_question", "find_hook", "ask_name", "ask_suicide"})
TENSE = 45.0
"""Arousal from which short sentences get through and long ones do not (domain.md 2.4)."""
OPENING_WORDS = 45
"""How many of the trainee's first words count as the opening: in recorded stops that escalated,
name and reason were more often missing there (domain.md S54)."""


def facts(turns: Sequence[Turn], prepared: Prepared, drawn: Mapping[str, str]) -> tuple[str, ...]:
    """Lines of plain facts."""
    return tuple(_facts(turns, prepared, drawn))


def _facts(turns: Sequence[Turn], prepared: Prepared, drawn: Mapping[str, str]) -> Iterator[str]:
    lang = prepared.lang
    ending = prepared.words.endings.get(turns[-1].ending) if turns else None
    if ending:
        yield text(lang, "feedback.fact_ending", title=filled(ending.title, drawn) or "…")
    yield counted(lang, "feedback.fact_turns", len(turns))
    if turns:
        path = (turns[0].change.mood.before, *(turn.change.mood.after for turn in turns))
        yield text(lang, "feedback.fact_moods", path=moods(path, lang))
    kinds = Counter(read.polarity for turn in turns for read in counted_acts(turn))
    harmful = kinds[Polarity.HARMFUL]
    yield text(
        lang,
        "feedback.fact_acts",
        helpful=counted(lang, "feedback.helpful", kinds.total() - harmful),
        harmful=counted(lang, "feedback.harmful", harmful),
    )
    yield from _balance(turns, lang)
    yield from _length(turns, lang)
    said = opening(turns)
    yield text(
        lang,
        "feedback.fact_opening",
        words=OPENING_WORDS,
        introduced=text(lang, f"feedback.{'said' if 'introduce' in said else 'not_said'}"),
        reason=text(lang, f"feedback.{'said' if 'give_reason' in said else 'not_said'}"),
    )


def _balance(turns: Sequence[Turn], lang: str) -> Iterator[str]:
    """How often something was given back, and how often something was asked."""
    acts = Counter(read.act for turn in turns for read in counted_acts(turn))
    given, asked = (sum(acts[act] for act in kind) for kind in (GIVEN_BACK, ASKED))
    if given or asked:
        yield text(lang, "feedback.fact_balance", given=given, asked=asked)


def _length(turns: Sequence[Turn], lang: str) -> Iterator[str]:
    """Words a turn while the subject was tense, and while not; turns without words are left out."""
    spoken = [turn for turn in turns if turn.move.reading.words]
    tense = [turn for turn in spoken if turn.change.before.arousal >= TENSE]
    calm = [turn for turn in spoken if turn not in tense]
    for kind, these in (("tense", tense), ("calm", calm)):
        if these:
            words = round(fmean(turn.move.reading.words for turn in these))
            yield counted(lang, f"feedback.fact_words_{kind}", words)


def opening(turns: Sequence[Turn]) -> frozenset[str]:
    """The acts whose sentence begins within the trainee's first words."""
    found: set[str] = set()
    before = 0
    for turn in turns:
        if before >= OPENING_WORDS:
            break
        reading = turn.move.reading
        for read in counted_acts(turn):
            if before + _words_ahead(reading.text, read.sentence) < OPENING_WORDS:
                found.add(read.act)
        before += reading.words
    return frozenset(found)


def _words_ahead(text: str, sentence: str) -> int:
    """How many words come before a sentence; signs do not count, since phones change them."""
    words, wanted = re.findall(r"\w+", text.lower()), re.findall(r"\w+", sentence.lower())
    last = len(words) - len(wanted)
    return next((n for n in range(last + 1) if words[n : n + len(wanted)] == wanted), 0)


def duty_turn(turns: Sequence[Turn], prepared: Prepared) -> int | None:
    """The first turn with the act that law or policy asks for; None when there is none."""
    duty = prepared.scenario.duty
    return next(
        (turn.number for turn in turns if duty in {read.act for read in counted_acts(turn)}), None
    )


def duty(turns: Sequence[Turn], prepared: Prepared) -> tuple[str, ...]:
    """What law or policy asked for here, and what the record shows; never a judgement."""
    lang, turn = prepared.lang, duty_turn(turns, prepared)
    name = catalogue_of(prepared).acts[prepared.scenario.duty].name
    shown = (
        text(lang, "feedback.duty_missing", name=name)
        if turn is None
        else text(lang, "feedback.duty_done", name=name, turn=turn)
    )
    return prepared.words.duty, shown, text(lang, "feedback.no_judgement")
