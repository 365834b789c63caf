"""A wrong token, folder, key, database or server: one line that says what to do, nothing lost."""

import asyncio
import contextlib
import os
import signal
import socket
import sqlite3
from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.app import TRAINEE, handle_for, make_tools, open_store, opened
from bot.chat import IntakeError, run_chat
from bot.phone import Person, World, serve
from bot.settings import Settings
from bot.store import people
from bot.store.errors import StoreError
from bot.texts import text
from tests.journeys.attacks import SORRY, said
from tests.journeys.program import ended, program, stepdown
from tests.journeys.stage import Stage


@pytest.mark.parametrize("secret", ["x", "1000000001:some-secret-1"])
async def test_a_wrong_token_is_one_line_that_does_not_show_it(tmp_path, secret):
    async with serve(World(seed=1)) as port:
        address = f"http://127.0.0.1:{port}"
        given = {"TELEGRAM_BOT_TOKEN": secret, "TELEGRAM_API_BASE": address}
        code, out, err = await ended(program("run", env={"STEPDOWN_DATA": tmp_path, **given}))
    assert code == 1 and err.count("\n") == 1 and "TELEGRAM_BOT_TOKEN" in err
    assert "BotFather" in err and "some-secret" not in out + err


async def test_a_port_in_use_and_a_file_for_a_folder_are_one_line_each(tmp_path):
    file = tmp_path / "file"
    file.write_text("not a folder")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        calls = [
            program("run", env={"STEPDOWN_DATA": tmp_path / "data", "STEPDOWN_PORT": port}),
            program("run", env={"STEPDOWN_DATA": file}),
        ]
        busy, folder = [await ended(call) for call in calls]
    for code, _, err in (busy, folder):
        assert code == 1 and err.count("\n") == 1 and "Errno" not in err
    assert str(port) in busy[2] and "STEPDOWN_PORT" in busy[2] and "STEPDOWN_DATA" not in busy[2]
    assert "STEPDOWN_DATA" in folder[2] and "STEPDOWN_PORT" not in folder[2]


UNREACHABLE = {"TELEGRAM_BOT_TOKEN": "1:a", "TELEGRAM_API_BASE": "http://127.0.0.1:9"}


@pytest.mark.parametrize(
    ("how", "env"), [(signal.SIGINT, {}), (signal.SIGTERM, {}), (signal.SIGTERM, UNREACHABLE)]
)
async def test_ctrl_c_and_sigterm_stop_cleanly(tmp_path, how, env):
    process = program("run", env={"STEPDOWN_DATA": tmp_path, **env})
    await asyncio.to_thread(process.stdout.readline)
    process.send_signal(how)
    code, _, err = await ended(process)
    assert code == 0 and "Traceback" not in err


@pytest.fixture
def installed(tmp_path):
    """A data folder with a key and a database in which somebody is known."""
    settings = Settings(STEPDOWN_DATA=tmp_path / "data")
    with opened(settings) as store:
        store.transact_now(lambda tx: people.find_or_create(tx, TRAINEE))
    return settings


def newer(settings):
    with contextlib.closing(sqlite3.connect(settings.data / "stepdown.db")) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")


def folder_for_a_file(settings):
    for path in settings.data.glob("stepdown.db*"):
        path.unlink()
    (settings.data / "stepdown.db").mkdir()


BROKEN = {
    "newer than the program": (newer, {}, "newer than this program"),
    "without its key": (lambda s: s.key_file.unlink(), {}, "put the key back"),
    "with half a key": (lambda s: s.key_file.write_bytes(b"short"), {}, "restore the right key"),
    "with another key": (lambda s: None, {"STEPDOWN_KEY": "A" * 43}, "the key it was made with"),
    "with no key at all": (lambda s: None, {"STEPDOWN_KEY": "é"}, "base64"),
    "a folder": (folder_for_a_file, {}, "name another place"),
    "not a database": (
        lambda s: (s.data / "stepdown.db").write_bytes(b"hello" * 2000),
        {},
        "restore a backup",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_database_that_cannot_be_used_is_one_line_and_stays_as_it_is(
    installed, name, capfd, monkeypatch
):
    damage, env, says = BROKEN[name]
    damage(installed)
    before = sorted(path.name for path in installed.data.iterdir())
    settings = Settings(STEPDOWN_DATA=installed.data, **env)
    with pytest.raises(StoreError, match=says) as refused:
        open_store(settings)
    assert "\n" not in str(refused.value)
    env = {"STEPDOWN_DATA": installed.data, **env}
    code, out, _ = stepdown(capfd, monkeypatch, "check", env=env)
    assert code == 1 and sum(line.startswith("wrong") for line in out.splitlines()) == 1
    left = sorted(path.name for path in installed.data.iterdir() if "db-" not in path.name)
    assert left == [name for name in before if "db-" not in name]


@contextlib.contextmanager
def nobody():
    """For a while without the rights of whoever runs the tests; root may write everywhere."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def open_folder():
    """A folder below which nobody in particular may look."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_folder_and_a_database_that_may_only_be_read_are_one_line_each(open_folder):
    key = b64encode(bytes(32)).decode()
    open_store(Settings(STEPDOWN_DATA=open_folder, STEPDOWN_KEY=key)).close()
    open_folder.chmod(0o555)
    (open_folder / "stepdown.db").chmod(0o444)
    for env in ({"STEPDOWN_KEY": key}, {"STEPDOWN_DATABASE": f"sqlite:///{open_folder}/new.db"}):
        settings = Settings(STEPDOWN_DATA=open_folder, **env)
        with nobody(), pytest.raises(StoreError, match=f"{open_folder}.* cannot be written") as no:
            open_store(settings)
        assert "\n" not in str(no.value)
    assert sorted(path.name for path in open_folder.iterdir()) == ["stepdown.db"]


@pytest.mark.parametrize("folder", ["/proc/nowhere", "/dev/null", "/dev/null/data"])
def test_a_folder_that_cannot_be_made_says_which_setting_names_it(folder):
    with pytest.raises(StoreError, match="STEPDOWN_DATA"):
        open_store(Settings(STEPDOWN_DATA=folder))


@pytest.mark.parametrize("base", ["garbage", "ftp://127.0.0.1", "http://", "http://127.0.0.1:x"])
async def test_an_address_that_is_none_is_refused_at_once(installed, base):
    with opened(installed) as store, pytest.raises(IntakeError, match="TELEGRAM_API_BASE"):
        await run_chat("1:a", base, store, handle_for(make_tools(installed)), asyncio.Event())


async def test_a_server_that_goes_away_and_comes_back_finds_the_encounter_as_it_was(tmp_path):
    settings, stop = Settings(STEPDOWN_DATA=tmp_path), asyncio.Event()
    world = World(seed=1, limits=None)
    later = World(limits=None)
    with opened(settings) as store:
        async with serve(world) as port:
            address = f"http://127.0.0.1:{port}"
            handle = handle_for(make_tools(settings, 7))
            bot = asyncio.create_task(run_chat(world.token, address, store, handle, stop))
            stage = Stage(world, Person(world, TRAINEE), store, address, settings)
            await stage.join()
            await stage.begin()
            await stage.say(SORRY["en"])
        await asyncio.sleep(0)
        async with serve(later, port=port):
            stage = Stage(later, Person(later, TRAINEE), store, address, settings)
            stage.person.start()
            await stage.person.wait_for(text("en", "practice.still_running"), timeout=20)
            await stage.person.settle()
            await stage.say("You sound worn out.")
            assert said(stage) == [SORRY["en"], "You sound worn out."]
            stop.set()
            await bot
