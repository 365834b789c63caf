"""How scenarios, briefings, what is seen and heard, and debriefs look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from bot.chat.markup import (
    CAPTION_UNITS,
    Block,
    Run,
    block,
    bold,
    italic,
    pieces,
    spoken,
    to_html,
)
from bot.chat.messages import Row, document, in_rows, message, picture, typing
from bot.practice.agreement import ASSESS
from bot.practice.cards import (
    Agreement,
    BriefingCard,
    DebriefCard,
    Document,
    EndingCard,
    Heard,
    Report,
    ScenarioItem,
    ScenarioList,
    Section,
)
from bot.practice.choosing import MODES
from bot.practice.commands import Begin, Command, ListScenarios, PickScenario
from bot.store.outbox import Call
from bot.texts import text


def render_list(card: ScenarioList, lang: str) -> list[Call]:
    """Every scenario in two lines, and a button each; the briefing tells more."""
    if not card.items:
        return message([block(text(lang, "chat.no_scenarios"))])
    title = block(bold(text(lang, "chat.scenarios_title")))
    rows: list[Row] = [[(item.title, PickScenario(item.id))] for item in card.items]
    return message([title, *(_item(item, lang) for item in card.items)], rows)


def _item(item: ScenarioItem, lang: str) -> Block:
    roles = ", ".join(text(lang, f"chat.role_{role}") for role in item.roles)
    known = text(lang, "chat.item", difficulty=item.difficulty, minutes=item.minutes, roles=roles)
    return block(bold(item.title), "\n", italic(known))


def render_briefing(card: BriefingCard, lang: str) -> list[Call]:
    """The content note first, then the briefing under the IMIM headings; the duty is folded."""
    briefing = card.briefing
    headed = {
        "situational_factors": briefing.situational_factors,
        "subject_behaviours": briefing.subject_behaviours,
        "perceptions": briefing.perceptions,
        "tactical_considerations": briefing.tactical_considerations,
    }
    blocks = [
        block(bold(card.title), f"\n{card.teaser}"),
        _under(lang, "content_note", card.content_note),
        block(briefing.role),
        *(_under(lang, name, _listed(lines.splitlines())) for name, lines in headed.items()),
        _under(lang, "aim", briefing.aim),
        _under(lang, "learn", _listed(card.learn)),
        block(bold(text(lang, "chat.duty")), f"\n{card.duty}", wrap="folded"),
    ]
    return message(
        blocks, [*_beginnings(card, lang), [(text(lang, "chat.back_button"), ListScenarios())]]
    )


def _beginnings(card: BriefingCard, lang: str) -> Iterator[Row]:
    """A button for each mode; where several roles can be played, a row of them for each role.

    Being assessed has one button, since it shows the agreement first, which asks for the role.
    """
    for role in card.roles if len(card.roles) > 1 else ("",):
        buttons = [_beginning(card.scenario, mode, role, lang) for mode in MODES if mode != ASSESS]
        yield from [buttons] if role else ([button] for button in buttons)
    yield [(text(lang, "assess.button"), Begin(card.scenario, ASSESS))]


def _beginning(scenario: str, mode: str, role: str, lang: str) -> tuple[str, Command]:
    """The button that begins in a mode, naming the role where there are several."""
    if not role:
        return text(lang, f"chat.begin_{mode}_button"), Begin(scenario, mode)
    name = text(lang, f"chat.role_{role}")
    return text(lang, f"chat.begin_{mode}_as_button", role=name), Begin(scenario, mode, role)


def render_agreement(card: Agreement, lang: str) -> list[Call]:
    """What being assessed means, part by part; the buttons begin, or lead back."""
    parts = (
        block(bold(text(lang, f"assess.{part}_title")), f" {text(lang, f'assess.{part}')}")
        for part in AGREED
    )
    title = block(bold(text(lang, "assess.title", title=card.title)))
    back = (text(lang, "chat.back_button"), PickScenario(card.scenario))
    return message([title, *parts], [*_agreed(card, lang), [back]])


AGREED: Final = ("help", "seen", "hidden", "decides", "leave")
"""The parts of the agreement, in this order."""


def _agreed(card: Agreement, lang: str) -> Iterator[Row]:
    """One button to begin, or one for each role where there are several."""
    for role in card.roles if len(card.roles) > 1 else ("",):
        name = text(lang, f"chat.role_{role}") if role else ""
        label = "assess.begin_as_button" if role else "assess.begin_button"
        yield [(text(lang, label, role=name), Begin(card.scenario, ASSESS, role, card.version))]


def _under(lang: str, name: str, body: str) -> Block:
    return block(bold(text(lang, f"chat.{name}")), f"\n{body}") if body else block()


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"• {line.strip()}" for line in lines if line.strip())


def render_heard(card: Heard, _lang: str) -> list[Call]:
    """What happens and is seen in italics, then the subject's name and words."""
    reply = card.reply
    seen = "\n".join(line for line in (reply.event, reply.deed, reply.cue) if line)
    blocks = [block(italic(seen.replace("*", ""))), block(*_speech(card.subject, reply.said))]
    calls = message(blocks)
    return [typing(), *calls] if calls else []


def _speech(subject: str, said: str) -> Iterator[Run]:
    """The words under the subject's name; a saying of nothing but *action* needs no name."""
    runs = spoken(said)
    if any(run.style == "" and run.text.strip() for run in runs):
        yield bold(subject)
        yield Run("\n")
    yield from runs


def render_ending(card: EndingCard, _lang: str) -> list[Call]:
    return message([block(bold(card.title), f"\n{card.text}")])


def render_debrief(card: DebriefCard, lang: str) -> list[Call]:
    """The picture, then the sections; what a caption cannot hold goes on under it."""
    rows: list[Row] = [
        *in_rows(((choice.label, choice.command) for choice in card.more), 2),
        [
            (text(lang, "chat.again_button"), PickScenario(card.scenario)),
            (text(lang, "chat.another_button"), ListScenarios()),
        ],
    ]
    closing = block(text(lang, "chat.what_next"))
    return [*_pictured(card.picture, card.caption, card.sections, [closing], rows)]


def render_report(card: Report, _lang: str) -> list[Call]:
    """A page of its own: the title, the sections, and the buttons in rows."""
    rows = in_rows(((choice.label, choice.command) for choice in card.choices), card.columns)
    title = block(bold(card.title))
    if card.picture:
        return [*_pictured(card.picture, card.caption, card.sections, [], rows, title)]
    return message([title, *_sections(card.sections)], rows)


def render_document(card: Document, _lang: str) -> list[Call]:
    """A file with as much of its caption as fits."""
    first = next(pieces([block(card.caption)], CAPTION_UNITS), block())
    return [document(card.name, card.content, to_html(first))]


def _pictured(
    content: bytes,
    caption: str,
    sections: Iterable[Section],
    closing: Iterable[Block],
    rows: list[Row],
    *heading: Block,
) -> Iterator[Call]:
    """A picture with as much of its caption as fits, and everything else under it."""
    above = [run for one in heading for run in (*one.runs, Run("\n"))]
    first, *rest = [*pieces([block(*above, caption)], CAPTION_UNITS)] or [block()]
    yield picture(content, to_html(first))
    yield from message([*rest, *_sections(sections), *closing], rows)


def _sections(sections: Iterable[Section]) -> Iterator[Block]:
    for section in sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[Block]:
    body = "\n".join(section.lines)
    if section.folded:
        under = "\n".join(filter(None, (body, section.quote)))
        yield block(
            bold(section.heading), f"\n{under}" if section.heading else under, wrap="folded"
        )
        return
    yield block(bold(section.heading), f"\n{body}" if body and section.heading else body)
    yield block(section.quote, wrap="quote")
