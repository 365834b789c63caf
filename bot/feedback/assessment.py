"""An assessed encounter as an instructor reads it: what to look at first, then all of it.

No name or id of the person is in it; the token stands for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.feedback.debrief import Part
from bot.feedback.facts import duty, duty_turn
from bot.feedback.figures import bar, figure
from bot.feedback.heard import last_said
from bot.feedback.moments import DOUBTFUL, Moment, moments, nothing_read, sureness
from bot.feedback.noted import OWN_ACCOUNT, account
from bot.feedback.readings import as_data, noted
from bot.feedback.rubric.items import Item
from bot.feedback.rubric.telling import HUMAN
from bot.feedback.stock import Stocktaking, side_by_side
from bot.feedback.transcript import (
    Step,
    Transcript,
    as_html,
    as_text,
    data_of,
    named,
)
from bot.feedback.typed import as_bytes, as_json
from bot.feedback.wording import quoted
from bot.texts import counted, text
from dialogues.prepared import Prepared
from dialogues.records import Turn, plain

EXTREMES = 3
"""How many skills are named as the lowest."""
_BEFORE, _SAID = 200, 400
"""Characters of what the subject had said, and of the trainee's words, in a moment."""
_ROOM = "_" * 60


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything of an assessed encounter; `made` is the trainee's own transcript of it."""

    made: Transcript
    token: str
    role: str
    own: int
    """The trainee's own rating, 1 to 5."""
    good: bool
    """Whether the ending is a good one."""
    turns: tuple[Turn, ...]
    meant: Mapping[int, tuple[str, ...]]
    """The acts that the trainee says were meant, by turn."""
    looks: tuple[Stocktaking, ...]

    @property
    def prepared(self) -> Prepared:
        return self.made.prepared

    @property
    def lang(self) -> str:
        return self.made.lang

    @property
    def moments(self) -> tuple[Moment, ...]:
        return moments(self.turns, self.prepared, self.meant)


def written(one: Assessment, form: str) -> bytes:
    """The file, in UTF-8; the same assessment always gives the same bytes.

    Raises:
        KeyError: `form` is not text, html or json.
    """
    forms = {"text": _text, "html": _html, "json": _json}
    return as_bytes(forms[form](one))


def _text(one: Assessment) -> str:
    return as_text(_for_reading(one))


def _html(one: Assessment) -> str:
    return as_html(_for_reading(one))


def _json(one: Assessment) -> str:
    made = replace(one.made, about=text(one.lang, "assess.file_about"), notes=_kept(one))
    data = data_of(made) | {"assessment": _data(one)}
    return as_json(data, indent=2) + "\n"


def _kept(one: Assessment) -> dict[str, Any]:
    """Of what was written afterwards, the account; what was tried stays the trainee's."""
    return {name: kept for name, kept in one.made.notes.items() if name == OWN_ACCOUNT}


def _for_reading(one: Assessment) -> Transcript:
    """The transcript with the readings in it, and everything shorter ahead of it."""
    lang, by_number = one.lang, {turn.number: turn for turn in one.turns}
    ahead = (
        (text(lang, "assess.file_short"), (Part("", tuple(_short(one))),)),
        (text(lang, "assess.file_first"), tuple(_moment(moment, one) for moment in one.moments)),
        (text(lang, "assess.file_judge"), tuple(_questions(one))),
        (text(lang, "progress.file_skills"), (Part("", tuple(_skills(one))),)),
        (text(lang, "stock.title"), tuple(_looks(one))),
    )
    after = {
        "ending": (Part(one.made.ending_title, (one.made.ending_text,)),),
        "account": account(one.made.notes, lang),
    }
    return replace(
        one.made,
        about=text(lang, "assess.file_about"),
        steps=tuple(
            replace(step, noted=_noted(by_number[step.number], one)) for step in one.made.steps
        ),
        ahead=tuple((heading, parts) for heading, parts in ahead if parts),
        sections=named(after, lang),
    )


def _short(one: Assessment) -> Iterator[str]:
    """What fits in half a minute."""
    lang, score = one.lang, one.made.score
    role = text(lang, f"chat.role_{one.role}")
    yield text(lang, "assess.file_token", token=one.token, role=role, turns=len(one.turns))
    end = "good" if one.good else "poor"
    yield text(lang, f"assess.file_ending_{end}", title=one.made.ending_title)
    yield text(lang, "assess.file_own", value=one.own)
    if score.total is None:
        yield text(lang, "progress.history_no_total")
    else:
        yield text(lang, "assess.file_total", total=figure(score.total, lang))
        yield text(lang, "assess.file_lowest", skills=_lowest(score.items, lang))
    yield text(lang, "assess.file_duty", shown=duty(one.turns, one.prepared)[1])
    yield text(
        lang,
        "assess.file_reading",
        unread=sum(bool(turn.move.reading.abstained) for turn in one.turns),
        doubtful=sum(sureness(turn) < DOUBTFUL for turn in one.turns),
        nothing=sum(map(nothing_read, one.turns)),
    )


def _lowest(items: Sequence[Item], lang: str) -> str:
    scored = sorted((item.score, n) for n, item in enumerate(items) if item.score is not None)
    return ", ".join(
        f"{text(lang, f'feedback.rubric_{items[n].id}')} {figure(score, lang)}"
        for score, n in scored[:EXTREMES]
    )


def _moment(moment: Moment, one: Assessment) -> Part:
    """A turn with what came before it, why it is worth a look, and how it was read."""
    lang, number = one.lang, moment.turn.number
    why = "; ".join(text(lang, f"assess.why_{reason}") for reason in moment.why)
    before = last_said(one.made.opening, one.turns, number)
    lines = [
        text(lang, "assess.before", subject=one.made.subject, words=quoted(before, lang, _BEFORE)),
        *_did(one.made.steps[number - 1], lang),
        *_noted(moment.turn, one),
    ]
    return Part(text(lang, "assess.moment", turn=number, why=why), tuple(lines))


def _did(step: Step, lang: str) -> Iterator[str]:
    said = quoted(step.said, lang, _SAID) if step.said else text(lang, "assess.no_words")
    yield text(lang, "assess.trainee", words=said)
    for name, things in (("deeds", step.deeds), ("body", step.body)):
        if things:
            yield text(lang, f"progress.file_{name}", names=", ".join(things))


def _noted(turn: Turn, one: Assessment) -> tuple[str, ...]:
    return tuple(noted(turn, one.prepared, one.meant.get(turn.number, ())))


def _questions(one: Assessment) -> Iterator[Part]:
    """The items that only a person judges (domain.md 4.3), as questions with room to answer."""
    lang, known = one.lang, account(one.made.notes, one.lang)
    more = {
        3: duty(one.turns, one.prepared)[:2],
        4: (text(lang, "assess.account_below" if known else "assess.account_none"),),
    }
    for n in range(1, HUMAN + 1):
        yield Part(text(lang, f"assess.judge_{n}"), (*more.get(n, ()), _ROOM))


def _skills(one: Assessment) -> Iterator[str]:
    return (_skill(item, one.lang) for item in one.made.score.items)


def _skill(item: Item, lang: str) -> str:
    name = text(lang, f"feedback.rubric_{item.id}")
    if item.score is None:
        return text(lang, "assess.skill_none", name=name)
    shown = {"bar": bar(item.score), "score": figure(item.score, lang), "name": name}
    if not item.evidence:
        return text(lang, "assess.skill", **shown)
    turns = ", ".join(map(str, item.evidence))
    return counted(lang, "assess.skill_turns", len(item.evidence), turns=turns, **shown)


def _looks(one: Assessment) -> Iterator[Part]:
    """What was answered at each risk check, beside what was there to be seen."""
    lang, factors = one.lang, one.prepared.words.factors
    for look in one.looks:
        heading = text(lang, "stock.moment", turn=look.turn)
        yield Part(heading, tuple(side_by_side(look, factors, lang)))


def _data(one: Assessment) -> dict[str, Any]:
    """What a program gets beside the transcript (docs/transcripts.md)."""
    return {
        "token": one.token,
        "role": one.role,
        "own_rating": one.own,
        "good_ending": one.good,
        "duty": {
            "act": one.prepared.scenario.duty,
            "turn": duty_turn(one.turns, one.prepared),
        },
        "first": [{"turn": m.turn.number, "why": list(m.why)} for m in one.moments],
        "judge": [text(one.lang, f"assess.judge_{n}") for n in range(1, HUMAN + 1)],
        "readings": [as_data(turn, one.meant.get(turn.number, ())) for turn in one.turns],
        "risk": plain(one.looks),
    }
