"""The Telegram edge: what arrives becomes commands, cards become messages, nothing is lost."""

import os

# Durations as timedelta: python-telegram-bot warns on every use of the old form.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.chat.connection import IntakeError
from bot.chat.running import run_chat
from bot.chat.taking import Handle

__all__ = ["Handle", "IntakeError", "run_chat"]
