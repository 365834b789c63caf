"""For every test: whatever traffic it makes with the loopback server is held against aiogram."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.phone import World
from tests.bot.phone.oracle import check_traffic

RAW = Path(__file__).parent / "bot" / "phone"
"""Tests that send broken calls on purpose; the sound ones there are checked by hand."""


LONG = (
    "test_lines_are_reached",
    "test_scenarios_hold",
    "test_kill",
    "test_frozen",
    "test_browser",
    "test_whole_encounter",
    "test_commands",
    "test_assessing",
    "test_assessed",
    "test_better_moves",
)
"""Files that take longest: they begin first, so that no worker ends alone with one of them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first, everything else in its order."""
    ranks = {name: rank for rank, name in enumerate(LONG)}
    items.sort(key=lambda item: ranks.get(item.path.stem, len(LONG)))


@pytest.fixture(autouse=True)
def traffic_conforms(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Checks every world the test made, after it."""
    worlds: list[World] = []
    made = World.__init__

    def remembered(self: World, *given: object, **named: object) -> None:
        made(self, *given, **named)  # type: ignore[arg-type]
        worlds.append(self)

    monkeypatch.setattr(World, "__init__", remembered)
    yield
    if not request.path.is_relative_to(RAW):
        for world in worlds:
            check_traffic(world)
