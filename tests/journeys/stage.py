"""The whole product on one machine: the loopback server, the real bot, and a person."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.app import TRAINEE, handle_for, make_tools, opened
from bot.chat import run_chat
from bot.phone import Person, World, serve
from bot.settings import Settings
from bot.store.work import Store
from bot.texts import text
from dialogues.catalogue import catalogue_text
from dialogues.library import Library

SINGH = "er_waiting_room"


def begin_label(lang: str, mode: str) -> str:
    """The button of Mr. Singh's briefing that begins in a nurse's part."""
    return text(lang, f"chat.begin_{mode}_as_button", role=text(lang, "chat.role_nurse"))


@dataclass
class Stage:
    """A running bot with the person in front of it."""

    world: World
    person: Person
    store: Store
    address: str
    settings: Settings

    def title(self, lang: str) -> str:
        return Library().load(SINGH).words[lang].title

    async def join(self, lang: str = "en") -> None:
        """From nothing to the list of scenarios."""
        self.person.speak(lang)
        self.person.start()
        await self.shows_button(text(lang, "chat.agree_button"))
        await self.tap(text(lang, "chat.agree_button"), then=text(lang, "chat.language_name"))
        await self.tap(text(lang, "chat.language_name"), then=self.title(lang))

    async def begin(self, lang: str = "en", mode: str = "learn") -> None:
        """From the list to the subject's first words."""
        label = begin_label(lang, mode)
        await self.tap(self.title(lang), then=label)
        self.person.tap(label)
        await self.shows_button(text(lang, "chat.body_button"))

    async def tap(self, label: str, then: str) -> None:
        """Tap a button and wait until another can be tapped."""
        self.person.tap(label)
        await self.shows_button(then)

    async def shows_button(self, label: str) -> None:
        await self.person.wait_for(
            lambda screen: any(label in line.labels for line in screen[-3:]), timeout=15
        )
        await self.person.settle()

    async def open_hands(self, lang: str) -> None:
        """Show open hands on the body page, and come back."""
        back = text(lang, "chat.back_button")
        await self.tap(text(lang, "chat.body_button"), then=back)
        hands = catalogue_text(lang).stances["hands", "open"].name
        await self.tap(hands, then=f"● {hands}")
        await self.tap(back, then=text(lang, "chat.body_button"))

    async def choose_deed(self, lang: str, deed: str) -> None:
        """Choose a deed for the next words, and come back."""
        back, name = text(lang, "chat.back_button"), catalogue_text(lang).deeds[deed].name
        await self.tap(text(lang, "chat.deeds_button"), then=back)
        await self.tap(name, then=f"✓ {name}")
        await self.tap(back, then=text(lang, "chat.body_button"))

    async def say(self, words: str) -> str:
        """Say something and give back what the bot shows for it."""
        self.person.say(words)
        await self.person.reply(timeout=15)
        lines = await self.person.settle()
        mine = max(i for i, line in enumerate(lines) if not line.by_bot)
        return "\n".join(line.text for line in lines[mine + 1 :])


@asynccontextmanager
async def staged(
    folder: Path, world: World | None = None, seed: int = 7, database: str | None = None
) -> AsyncIterator[Stage]:
    """The product running on a fresh folder, with a fixed seed; stopped cleanly in the end."""
    settings = Settings(STEPDOWN_DATA=folder, STEPDOWN_DATABASE=database)  # type: ignore[call-arg]
    world = world or World(seed=1, limits=None)
    stop = asyncio.Event()
    with opened(settings) as store:
        async with serve(world) as port:
            address = f"http://127.0.0.1:{port}"
            work = handle_for(make_tools(settings, seed))
            bot = asyncio.create_task(run_chat(world.token, address, store, work, stop))
            try:
                yield Stage(world, Person(world, TRAINEE), store, address, settings)
            finally:
                stop.set()
                await bot
