"""The token is never written, whoever writes and in whatever way."""

import logging

import pytest

from bot.chat.log import hidden

TOKEN = "123456:AAE-secret-part-of-the-token"
SECRET = TOKEN.partition(":")[2]


@pytest.mark.parametrize("name", ["bot.chat", "httpx", "telegram.Bot", "asyncio", "anything.else"])
def test_no_logger_writes_the_token(name, tmp_path):
    path = tmp_path / "log"
    handler = logging.FileHandler(path)
    root, logger = logging.getLogger(), logging.getLogger(name)
    root.addHandler(handler)
    try:
        with hidden(TOKEN):
            logger.error("POST https://host/bot%s/sendMessage", TOKEN)
            try:
                raise ValueError(f"no answer from /bot{TOKEN}/getMe")
            except ValueError:
                logger.exception("broken")
    finally:
        root.removeHandler(handler)
        handler.close()
    written = path.read_text()
    assert "sendMessage" in written and "broken" in written
    assert SECRET not in written
