"""The score in words: what each skill looked like, where, and how to reach the next level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.feedback.causes import harmful_acts
from bot.feedback.debrief import Part
from bot.feedback.rubric.items import Item
from bot.feedback.rubric.score import Score
from bot.feedback.wording import own_words
from bot.texts import text
from dialogues.prepared import Prepared
from dialogues.records import Turn

HUMAN = 5
"""Items that only a person can judge (domain.md 4.3)."""
MOST_TURNS, MOST_QUOTES = 6, 2
LOW, HIGH = 2.5, 4.5
"""Below LOW a skill is told as level 1, from HIGH on as level 5, in between as level 3."""


def title(prepared: Prepared) -> str:
    return text(prepared.lang, "feedback.rubric_title")


def told(found: Score, turns: Sequence[Turn], prepared: Prepared) -> Iterator[Part]:
    """First what the scores are, then each skill, then what a person has to judge."""
    lang = prepared.lang
    intro = [text(lang, "feedback.rubric_intro")]
    if found.total is not None:
        intro.append(text(lang, "feedback.rubric_total", total=_number(found.total, lang)))
    yield Part("", tuple(intro))
    by_number = {turn.number: turn for turn in turns}
    for one in found.items:
        yield _skill(one, by_number, prepared)
    lines = tuple(f"• {text(lang, f'feedback.rubric_human_{n}')}" for n in range(1, HUMAN + 1))
    yield Part(text(lang, "feedback.rubric_human"), lines, folded=True)


def _skill(one: Item, turns: dict[int, Turn], prepared: Prepared) -> Part:
    lang, name = prepared.lang, text(prepared.lang, f"feedback.rubric_{one.id}")
    if one.score is None:
        return Part(name, (text(lang, "feedback.rubric_none"),))
    level = 1 if one.score < LOW else 5 if one.score >= HIGH else 3
    line = text(lang, "feedback.rubric_line", score=_number(one.score, lang))
    heading = text(lang, "feedback.rubric_head", name=name, score=line)
    lines = [text(lang, f"feedback.rubric_{one.id}_{level}")]
    shown = [number for number in one.evidence if number in turns]
    if shown:
        listed = ", ".join(map(str, shown[:MOST_TURNS]))
        lines.append(text(lang, "feedback.rubric_turns", turns=listed))
    telling = sorted(shown, key=lambda number: bool(harmful_acts(turns[number])) is (level > 1))
    quotes = "\n".join(own_words(turns[n].move, prepared) for n in sorted(telling[:MOST_QUOTES]))
    step = (
        text(lang, "feedback.rubric_keep")
        if level == 5
        else text(
            lang,
            "feedback.rubric_next",
            step=text(lang, f"feedback.rubric_{one.id}_next_{level}"),
        )
    )
    return Part(heading, (*lines, step), quote=quotes, folded=True)


def _number(score: float, lang: str) -> str:
    """3.5, or 3,5 in French."""
    shown = f"{score:.1f}"
    return shown.replace(".", ",") if lang == "fr" else shown
