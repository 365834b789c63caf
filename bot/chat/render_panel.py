"""How the panel looks: suggested lines, posture, deeds and what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from bot.chat.markup import Block, block, bold, pages
from bot.chat.messages import Row, changed_panel, fresh_panel, in_rows
from bot.practice.cards import DeedChoice, MeantChoice, Panel, RiskChoice, StanceChoice
from bot.practice.commands import Command, PanelChoice, Stop
from bot.store.outbox import Call
from bot.texts import text

HELD: Final = "● "
CHOSEN: Final = "✓ "
STANCES_A_ROW: Final = 3
DEEDS_A_ROW: Final = 2
COACH_UNITS: Final = 2500
"""So that the panel stays one message however long the coach's note is."""


def render_panel(panel: Panel, lang: str) -> list[Call]:
    """A fresh panel goes under the newest reply; otherwise the one shown is changed."""
    blocks, rows = _PAGES[panel.page](panel, lang)
    shown = pages(blocks)[0]
    return fresh_panel(shown, rows) if panel.fresh else [changed_panel(shown, rows)]


def _main(panel: Panel, lang: str) -> tuple[list[Block], list[Row]]:
    """Short, so that the reply above it stays in sight on a phone."""
    turn = text(lang, "assess.turn" if panel.assessed else "chat.turn", n=panel.turn)
    blocks = [block(bold(turn), *_set(panel, lang))]
    if panel.coach:
        note = f"\n{panel.coach[:COACH_UNITS]}"
        blocks.append(block(bold(text(lang, "chat.coach")), note, wrap="folded"))
    return [*blocks, *_lines(panel, lang)], _main_buttons(panel, lang)


def _set(panel: Panel, lang: str) -> Iterator[str]:
    """What has been set on the other pages."""
    if panel.posture:
        yield _names(lang, "chat.posture", panel.posture)
    if panel.deeds_chosen:
        yield _names(lang, "chat.deeds_chosen", panel.deeds_chosen)


def _names(lang: str, key: str, names: tuple[str, ...]) -> str:
    return f"\n{text(lang, key, names=', '.join(names))}"


def _lines(panel: Panel, lang: str) -> Iterator[Block]:
    if not panel.lines:
        yield block(text(lang, "chat.type_hint"))
        return
    numbered = [
        run
        for number, line in enumerate(panel.lines, 1)
        for run in (bold(f"\n{number}"), f"  {line}")
    ]
    yield block(text(lang, "chat.lines"), *numbered)
    if panel.turn == 1:
        yield block(text(lang, "chat.lines_hint"))


def _main_buttons(panel: Panel, lang: str) -> list[Row]:
    numbers = [(f"{n}", _choice(panel, f"line.{n}")) for n in range(1, len(panel.lines) + 1)]
    act = [(text(lang, "chat.act_button"), _choice(panel, "act"))] if panel.deeds_chosen else []
    return [
        numbers,
        [
            (text(lang, "chat.body_button"), _choice(panel, "page.body")),
            (text(lang, "chat.deeds_button"), _choice(panel, "page.deeds")),
            (text(lang, "chat.wait_button"), _choice(panel, "wait")),
        ],
        act,
        [(text(lang, "chat.risk_button"), _choice(panel, "page.risk"))] if panel.asking else [],
        [(text(lang, "chat.meant_button"), _choice(panel, "family."))] if panel.coach else [],
        [(text(lang, "chat.stop_button"), Stop())],
    ]


def _body(panel: Panel, lang: str) -> tuple[list[Block], list[Row]]:
    held = "\n".join(
        text(lang, "chat.held", dimension=_dimension(stance, lang), name=stance.name)
        for stance in panel.stances
        if stance.held
    )
    rows = [
        row
        for _, stances in groupby(panel.stances, key=lambda stance: stance.dimension)
        for row in _stance_rows(panel, list(stances))
    ]
    return [block(text(lang, "chat.body_page")), block(held)], [*rows, _back(panel, lang)]


def _stance_rows(panel: Panel, stances: list[StanceChoice]) -> list[Row]:
    """At most three a row; four are shown two by two."""
    width = 2 if len(stances) == 4 else STANCES_A_ROW
    return in_rows((_stance(panel, stance) for stance in stances), width)


def _dimension(stance: StanceChoice, lang: str) -> str:
    return text(lang, f"chat.dimension_{stance.dimension}")


def _stance(panel: Panel, stance: StanceChoice) -> tuple[str, Command]:
    label = f"{HELD if stance.held else ''}{stance.name}"
    return label, _choice(panel, f"stance.{stance.dimension}.{stance.id}")


def _deeds(panel: Panel, lang: str) -> tuple[list[Block], list[Row]]:
    rows = in_rows((_deed(panel, deed) for deed in panel.deeds), DEEDS_A_ROW)
    return [block(text(lang, "chat.deeds_page"))], [*rows, _back(panel, lang)]


def _deed(panel: Panel, deed: DeedChoice) -> tuple[str, Command]:
    """Choosing and taking back are different buttons, so that a doubled tap is the same tap."""
    if deed.chosen:
        return f"{CHOSEN}{deed.name}", _choice(panel, f"undo.{deed.id}")
    return deed.name, _choice(panel, f"deed.{deed.id}")


def _meant(panel: Panel, lang: str) -> tuple[list[Block], list[Row]]:
    """First the families of acts, then the acts of one family."""
    shown = [block(text(lang, "chat.meant_page")), block(panel.said, wrap="quote")]
    choices = ((_meant_name(choice, lang), _choice(panel, choice.choice)) for choice in panel.meant)
    return shown, [*in_rows(choices, DEEDS_A_ROW), _back(panel, lang)]


def _meant_name(choice: MeantChoice, lang: str) -> str:
    kind, _, family = choice.choice.partition(".")
    return text(lang, f"chat.family_{family}") if kind == "family" else choice.name


def _back(panel: Panel, lang: str) -> Row:
    return [(text(lang, "chat.back_button"), _choice(panel, "page.main"))]


def _choice(panel: Panel, choice: str) -> PanelChoice:
    return PanelChoice(panel.token, panel.turn, choice, panel.retaken)


def _risk(panel: Panel, lang: str) -> tuple[list[Block], list[Row]]:
    """One question at a time: the behaviour, the factors, and what changed."""
    asked = block(
        bold(text(lang, "chat.risk_title")), "\n", text(lang, f"chat.risk_{panel.asking}")
    )
    rows = in_rows((_risk_choice(panel, each, lang) for each in panel.risk), 1)
    done = [(text(lang, "chat.risk_named_button"), _choice(panel, "named"))]
    later = [(text(lang, "chat.risk_later_button"), _choice(panel, "later"))]
    return [asked], [*rows, *([done] if panel.asking == "factors" else []), later]


def _risk_choice(panel: Panel, each: RiskChoice, lang: str) -> tuple[str, Command]:
    name = each.name or text(lang, f"chat.{panel.asking}_{each.id}")
    return f"{CHOSEN if each.chosen else ''}{name}", _choice(panel, each.choice)


_PAGES: Final = {"main": _main, "body": _body, "deeds": _deeds, "meant": _meant, "risk": _risk}
