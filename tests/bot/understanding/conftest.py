"""One reader for all the tests of understanding: it is built once and keeps nothing."""

from __future__ import annotations

import pytest

from bot.understanding import Reader, rules_reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return rules_reader()
