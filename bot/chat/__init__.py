"""The Telegram edge: what arrives becomes commands, cards become messages, nothing is lost."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")
