"""Killed twenty-five times in one encounter, the bot loses, doubles and reorders nothing."""

import asyncio
import os
import signal
import sys
from random import Random

import pytest

from bot.app import TRAINEE, opened
from bot.phone import Person, World, serve
from bot.settings import Settings
from bot.store import encounters, people
from bot.texts import text
from tests.journeys.stage import SINGH, Stage

TURNS, KILLS = 34, 25
CHANCE = Random(11)


class Killable:
    """The bot as a process of its own, started again after each kill."""

    def __init__(self, folder, port, token):
        self.environment = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": token,
            "TELEGRAM_API_BASE": f"http://127.0.0.1:{port}",
            "STEPDOWN_DATA": str(folder),
            "STEPDOWN_LOG": "error",
        }
        self.process = None

    async def start(self):
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            env=self.environment,
            stdout=asyncio.subprocess.DEVNULL,
        )

    async def end(self, how):
        self.process.send_signal(how)
        return await self.process.wait()


def said_so_far(store):
    """The words of every kept turn, in the order of the turns."""

    def look(tx):
        person = people.find_or_create(tx, TRAINEE)
        row = encounters.latest(tx, person.id, 1)[0]
        return row.turn, [t["move"]["reading"]["text"] for t in encounters.turns(tx, row.id)]

    return store.transact_now(look)


@pytest.mark.timeout(280)
async def test_a_whole_encounter_survives_twenty_five_kills(tmp_path):
    world = World(seed=1, limits=None)
    settings = Settings(STEPDOWN_DATA=tmp_path)
    lines = [
        f"There are {n} people in this room and I am staying here with you."
        for n in range(1, TURNS + 1)
    ]
    async with serve(world) as port:
        bot = Killable(tmp_path, port, world.token)
        await bot.start()
        stage = Stage(world, Person(world, TRAINEE), None, "", settings)
        await stage.join()
        await stage.begin(mode="practise")

        async def talk():
            for line in lines:
                stage.person.say(line)
                await asyncio.sleep(CHANCE.uniform(0.2, 1.6))

        talking = asyncio.create_task(talk())
        for _ in range(KILLS):
            await asyncio.sleep(CHANCE.uniform(0.2, 2.2))
            await bot.end(signal.SIGKILL)
            await bot.start()
        await talking
        with opened(settings) as store:
            async with asyncio.timeout(60):
                while said_so_far(store)[0] < TURNS:  # noqa: ASYNC110 - a database rings no bell
                    await asyncio.sleep(0.2)
            stage.person.say("/help")
            await stage.person.wait_for("/scenarios", timeout=30)
            await stage.person.settle()
            assert await bot.end(signal.SIGTERM) == 0
            turn, said = said_so_far(store)
            replies = store.transact_now(replies_of)
    assert turn == TURNS
    assert said == lines
    shown_in_order(stage.person, replies)


def replies_of(tx):
    person = people.find_or_create(tx, TRAINEE)
    row = encounters.latest(tx, person.id, 1)[0]
    assert row.scenario_id == SINGH
    kept = [turn["reply"] for turn in encounters.turns(tx, row.id)]
    return [(reply["said"] or reply["cue"]).replace("*", "") for reply in kept]


def shown_in_order(person, replies):
    """Every reply was shown at least once, and none before the one that came earlier."""
    screen = [line.text for line in person.screen() if line.by_bot]
    at = -1
    for reply in replies:
        places = [i for i, shown in enumerate(screen) if reply in shown and i > at]
        assert places, f"never shown in its place: {reply!r}"
        at = places[0]
    assert text("en", "practice.nothing_running") not in screen
