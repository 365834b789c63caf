"""The program as it is started: in this process where that will do, or as one of its own."""

import asyncio
import io
import os
import subprocess
import sys

import pytest

from bot.cli import main


def stepdown(capfd, monkeypatch, *arguments, given=b"", env=None):
    """The command line in this process: exit code, standard output, standard error."""
    for name, value in (env or {}).items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.setattr(sys, "argv", ["stepdown", *map(str, arguments)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capfd.readouterr()
    assert "Traceback" not in err
    return ended.value.code or 0, out, err


def program(*arguments, env):
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "STEPDOWN_PORT": "0", **{k: str(v) for k, v in env.items()}},
    )


async def ended(process, seconds=30):
    """Exit code, standard output and standard error, without holding up this event loop."""
    out, err = await asyncio.to_thread(process.communicate, timeout=seconds)
    return process.returncode, out.decode(), err.decode()
