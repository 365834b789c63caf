"""A scenario as one page to read through: every card in both languages, side by side."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.chat.render import render
from bot.practice.cards import Card, EndingCard, Heard
from bot.practice.choosing import briefing_card
from dialogues.play import LANGS, Play
from dialogues.prepared import ANY, Prepared, draw, moods_of, prepare
from dialogues.reply import Reply
from dialogues.sayings import Pool, fill, pool
from dialogues.scenario import Suggestion
from state_machines.acts import Polarity


@dataclass(frozen=True, slots=True)
class Row:
    """One line or card: where it stands, its text in the HTML that Telegram knows, its buttons."""

    label: str
    html: str
    buttons: tuple[str, ...] = ()
    mark: str = ""
    """`good` or `poor`: what the chat does not say of a suggested line or an ending."""


def preview(play: Play, seed: int = 0) -> str:
    """The page as one HTML document without outside references; the seed draws the names."""
    drawn = draw(play.scenario, seed)
    sections = {
        lang: {
            title: [replace(row, html=fill(row.html, drawn)) for row in rows]
            for title, rows in _sections(play, prepare(play, lang))
        }
        for lang in LANGS
    }
    return _template().render(id=play.id, langs=LANGS, sections=sections)


@lru_cache(maxsize=1)
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=loader, undefined=StrictUndefined, autoescape=True)
    return environment.get_template("preview.html")


def _sections(play: Play, prepared: Prepared) -> Iterator[tuple[str, Iterator[Row]]]:
    """Everything a trainee can meet, in about the order in which it is met."""
    scenario = play.scenario
    yield "briefing", _card(briefing_card(play, prepared.lang), prepared.lang)
    yield "opening", _opening(prepared)
    for mood in moods_of(scenario):
        yield f"mood: {mood}", _mood(prepared, mood)
    yield "in any mood", _anywhere(prepared)
    for topic in scenario.topics:
        yield f"topic: {topic}", _topic(prepared, topic)
    yield "events", _named(prepared.words.events)
    yield "deeds", _pools(prepared, "deeds.")
    yield "factors of a risk check", _named(prepared.words.factors)
    for ending in scenario.endings:
        yield f"ending: {ending}", _ending(prepared, ending)
    yield "afterwards, out of role", _named(prepared.words.felt)
    yield "a better line", _named(prepared.words.better)


def _opening(prepared: Prepared) -> Iterator[Row]:
    pools, subject = prepared.pools, prepared.words.subject
    for said, cue in zip(pools["opening"], pools["opening_cue"], strict=False):
        yield from _card(Heard(subject, Reply(said=said.text, cue=cue.text)), prepared.lang)


def _mood(prepared: Prepared, mood: str) -> Iterator[Row]:
    yield from _pools(prepared, f"cues.{mood}", f"turns.{mood}", f"silence.{mood}")
    yield from _replies(prepared, mood)
    for line in prepared.words.suggestions.get(mood, ()):  # type: ignore[call-overload]
        yield _suggested(prepared, line)


def _replies(prepared: Prepared, mood: str) -> Iterator[Row]:
    for (where, key), sayings in prepared.replies.items():
        if where == mood:
            yield from _lines(key, sayings)


def _suggested(prepared: Prepared, line: Suggestion) -> Row:
    acts = prepared.setting.catalogue.acts
    poor = any(acts[act].polarity is Polarity.HARMFUL for act in line.acts)
    said = html.escape(line.say, quote=False)
    return Row(f"offered: {', '.join(line.acts)}", said, mark="poor" if poor else "good")


def _anywhere(prepared: Prepared) -> Iterator[Row]:
    yield from _pools(prepared, "beats.", "turns.rising", "turns.easing", "silence.any")
    yield from _pools(prepared, "puzzled", "repeated", "misheard")
    yield from _replies(prepared, ANY)
    for act, sayings in prepared.reminders.items():
        yield from _lines(f"reminder: {act}", sayings)


def _topic(prepared: Prepared, name: str) -> Iterator[Row]:
    yield from _lines("asked", pool(prepared.words.topics[name].ask))
    for level, sayings in prepared.topics[name].answers.items():
        yield from _lines(level, sayings)


def _ending(prepared: Prepared, name: str) -> Iterator[Row]:
    words, good = prepared.words.endings[name], prepared.scenario.endings[name].good
    for row in _card(EndingCard(words.title, words.text), prepared.lang):
        yield replace(row, mark="good" if good else "poor")
    yield Row("felt", html.escape(words.felt, quote=False))


def _named(texts: dict[str, str]) -> Iterator[Row]:
    for name, words in texts.items():
        yield Row(name, html.escape(words, quote=False))


def _pools(prepared: Prepared, *starts: str) -> Iterator[Row]:
    for name, sayings in prepared.pools.items():
        if name.startswith(starts):
            yield from _lines(name, sayings)


def _lines(label: str, sayings: Pool) -> Iterator[Row]:
    for saying in sayings:
        yield Row(label, html.escape(saying.text, quote=False))


def _card(card: Card, lang: str) -> Iterator[Row]:
    """A card as the chat shows it."""
    for call in render([card], lang):
        if "text" in call.params:
            rows = call.params.get("reply_markup", {}).get("inline_keyboard", ())
            yield Row("", call.params["text"], tuple(b["text"] for row in rows for b in row))
