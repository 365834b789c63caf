"""From cards to what appears on a phone: a pure table, one entry for each kind of card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from bot.chat.markup import block, bold
from bot.chat.messages import Row, message, panel_gone
from bot.chat.render_panel import render_panel
from bot.chat.render_scenes import (
    render_agreement,
    render_briefing,
    render_debrief,
    render_document,
    render_ending,
    render_heard,
    render_list,
    render_report,
)
from bot.practice import cards
from bot.practice.cards import Card
from bot.practice.commands import (
    ConfirmDelete,
    Consent,
    Rate,
    SetLanguage,
    SetLevel,
    Start,
)
from bot.practice.levels import AUTO
from bot.store.outbox import Call
from bot.texts import text
from dialogues.play import LANGS
from state_machines.calibration import LEVELS

RATINGS: Final = range(1, 6)


def render(shown: Iterable[Card], lang: str) -> list[Call]:
    """The calls that show these cards, in order; every text escaped, every button checked."""
    return [call for card in shown for call in _RENDERERS[type(card)](card, lang)]


def toast(shown: Sequence[Card], lang: str) -> str:
    """The short answer to a tap, or nothing."""
    return next((text(lang, card.key) for card in shown if isinstance(card, cards.Toast)), "")


def _notice(_: cards.Notice, lang: str) -> list[Call]:
    """The notice, with buttons to agree and to read it in the other language."""
    blocks = [
        block(bold(text(lang, "chat.notice_title"))),
        block(text(lang, "chat.notice_what")),
        block(bold(text(lang, "chat.notice_kept_title")), "\n" + text(lang, "chat.notice_kept")),
        block(bold(text(lang, "chat.notice_not_title")), "\n" + text(lang, "chat.notice_not")),
        block(text(lang, "chat.notice_ask")),
    ]
    others = [(text(other, "chat.language_name"), other) for other in LANGS if other != lang]
    agree = [(text(lang, "chat.agree_button"), Consent())]
    return message(blocks, [agree, [(name, Start(locale=other)) for name, other in others]])


def _languages(card: cards.Languages, lang: str) -> list[Call]:
    """The question in every language, since the right one is not known yet."""
    asked = [lang, *(other for other in LANGS if other != lang)]
    row = [(_marked(each, card.chosen), SetLanguage(each)) for each in asked]
    return message([block(text(each, "chat.languages")) for each in asked], [row])


def _marked(lang: str, chosen: str) -> str:
    name = text(lang, "chat.language_name")
    return f"● {name}" if lang == chosen else name


def _levels(card: cards.Levels, lang: str) -> list[Call]:
    rows: list[Row] = [[(_level(each, card.chosen, lang), SetLevel(each))] for each in _LEVEL_ORDER]
    title = block(bold(text(lang, "chat.levels_title")), f"\n{text(lang, 'chat.levels_text')}")
    return message([title], rows)


_LEVEL_ORDER: Final = (AUTO, *LEVELS)


def _level(level: str, chosen: str, lang: str) -> str:
    name = text(lang, f"chat.difficulty_{level}")
    return f"● {name}" if level == chosen else name


def _rating(card: cards.SelfRating, lang: str) -> list[Call]:
    blocks = [
        block(bold(text(lang, "chat.rating_title"))),
        block(text(lang, "assess.rating") if card.assessed else ""),
        block(text(lang, "chat.rating_scale")),
    ]
    return message(blocks, [[(f"{value}", Rate(card.token, value)) for value in RATINGS]])


def _stopped(card: cards.Stopped, lang: str) -> list[Call]:
    where = "chat.stopped_inside" if card.was_inside else "chat.stopped_outside"
    keys = (where, "chat.stopped_988", "chat.stopped_next")
    return message([block(text(lang, key)) for key in keys])


def _confirm(_: cards.ConfirmDeletion, lang: str) -> list[Call]:
    blocks = [
        block(bold(text(lang, "chat.delete_title"))),
        block(text(lang, "chat.delete_what")),
    ]
    rows: list[Row] = [
        [(text(lang, "chat.delete_button"), ConfirmDelete())],
        [(text(lang, "chat.keep_button"), Start())],
    ]
    return message(blocks, rows)


def _plain(card: cards.Plain, lang: str) -> list[Call]:
    return message([block(text(lang, card.key, **card.values))])


_RENDERERS: Final[dict[type[Card], Callable[[Any, str], list[Call]]]] = {
    cards.Notice: _notice,
    cards.Languages: _languages,
    cards.Levels: _levels,
    cards.ScenarioList: render_list,
    cards.BriefingCard: render_briefing,
    cards.Agreement: render_agreement,
    cards.Heard: render_heard,
    cards.Panel: render_panel,
    cards.PanelGone: lambda _card, _lang: [panel_gone()],
    cards.EndingCard: render_ending,
    cards.SelfRating: _rating,
    cards.DebriefCard: render_debrief,
    cards.Report: render_report,
    cards.Document: render_document,
    cards.Stopped: _stopped,
    cards.ConfirmDeletion: _confirm,
    cards.Deleted: lambda _card, lang: message([block(text(lang, "chat.deleted"))]),
    cards.Plain: _plain,
    cards.Toast: lambda _card, _lang: [],
}
