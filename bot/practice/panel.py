"""The panel of an encounter: posture, deeds and, in learn mode, four suggested lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from zlib import crc32

from bot.practice.cards import Card, DeedChoice, Heard, MeantChoice, Panel, RiskChoice, StanceChoice
from bot.practice.session import Session, load, waiting
from bot.practice.tools import Tools
from bot.store.encounters import Encounter
from bot.store.work import Tx
from dialogues.catalogue import catalogue_text
from dialogues.conditions import compile_condition
from dialogues.reply import Reply
from dialogues.sayings import fill
from dialogues.scenario import Mood, Suggestion
from dialogues.turn import available_deeds, facts
from state_machines.acts import Polarity

LINES = 4
GOOD = 2
"""Of the four lines, this many are helpful; the seed decides which and in what order."""
ONCE = frozenset({"introduce", "give_reason", "ask_name"})
"""Acts that nobody repeats once they are done."""


def suggestions(session: Session) -> tuple[Suggestion, ...]:
    """Four lines for the mood as it is, good and poor, in an order that gives nothing away.

    The seed fixes a round of lines and each turn takes the next of it, so that no line comes
    again until the others have been offered; what is only said once is not offered again.
    """
    scene, turn = session.scene, session.next_turn
    acts = session.prepared.setting.catalogue.acts
    offered = sorted(
        session.prepared.words.suggestions.get(cast(Mood, scene.subject.mood), []),
        key=lambda line: crc32(f"{scene.seed}:{line.say}".encode()),
    )
    known, said = facts(scene), scene.subject.memory.said
    fresh = [
        line
        for line in offered
        if not ONCE & set(line.acts) & said
        and (line.when is None or compile_condition(line.when)(known))
    ]

    def poor(line: Suggestion) -> bool:
        return any(acts[act].polarity is Polarity.HARMFUL for act in line.acts)

    good = _round([line for line in fresh if not poor(line)], turn, GOOD)
    bad = _round([line for line in fresh if poor(line)], turn, LINES - len(good))
    return tuple(
        sorted((*good, *bad), key=lambda line: crc32(f"{scene.seed}:{turn}:{line.say}".encode()))
    )


def _round(lines: Sequence[Suggestion], turn: int, count: int) -> Sequence[Suggestion]:
    """The next `count` lines of an endless round."""
    if len(lines) <= count:
        return lines
    first = (turn - 1) * count
    return [lines[(first + step) % len(lines)] for step in range(count)]


def panel(
    session: Session,
    page: str = "main",
    *,
    meant: tuple[MeantChoice, ...] = (),
    said: str = "",
    risk: tuple[RiskChoice, ...] = (),
    fresh: bool = False,
) -> Panel:
    """The panel as it should look now.

    `meant` and `said` are for the page of what was meant, `risk` for that of a risk check.
    """
    names = catalogue_text(session.row.lang)
    catalogue = session.prepared.setting.catalogue
    held = {**session.scene.subject.memory.posture, **session.pending.posture}
    lines = suggestions(session) if session.learning and page == "main" else ()
    return Panel(
        token=session.row.token,
        turn=session.next_turn,
        page=page,
        lines=tuple(fill(line.say, session.scene.drawn) for line in lines),
        coach=session.coach if session.learning and page == "main" else "",
        posture=tuple(
            names.stances[dimension, stance].name
            for dimension, stance in held.items()
            if catalogue.default_posture[dimension] != stance
        ),
        deeds_chosen=tuple(names.deeds[deed].name for deed in session.pending.deeds),
        stances=tuple(
            StanceChoice(d, s, names.stances[d, s].name, held.get(d) == s)
            for d, s in catalogue.stances
            if _for_role(session, names.stances[d, s].roles)
        ),
        deeds=tuple(
            DeedChoice(deed, names.deeds[deed].name, deed in session.pending.deeds)
            for deed in available_deeds(session.prepared, session.scene)
            if deed != "wait" and _for_role(session, catalogue.deeds[deed].roles)
        ),
        meant=meant,
        said=said,
        risk=risk,
        asking=look.asks if (look := waiting(session)) else "",
        assessed=session.assessed is not None,
        retaken=session.retaken,
        fresh=fresh,
    )


def _for_role(session: Session, roles: tuple[str, ...]) -> bool:
    """Options that belong to other roles (a holster, say) are not shown."""
    mine = {session.role} if session.role else set(session.prepared.scenario.roles)
    return not roles or bool(set(roles) & mine)


def heard(session: Session, reply: Reply) -> Heard:
    """The subject's reply as a card."""
    return Heard(session.prepared.words.subject, reply)


def reshown(tx: Tx, tools: Tools, encounter: Encounter) -> Sequence[Card]:
    """The panel of a running encounter, brought back to the bottom of the chat."""
    return [panel(load(tx, tools, encounter), fresh=True)]
