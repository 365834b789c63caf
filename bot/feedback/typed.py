"""What was typed, written so that any file can hold it and no terminal obeys it."""

from __future__ import annotations

import json
import re
from typing import Any

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters (Unicode's category Cc) other than the tab and the end of a line."""
_ESCAPED = re.compile("[\x7f-\x9f\ud800-\udfff]")
"""What JSON may hold as it is, but a terminal obeys or UTF-8 cannot hold."""


def printable(words: str) -> str:
    """The words without control characters; a tab and the end of a line stay."""
    return _CONTROL.sub("", words)


def as_bytes(words: str) -> bytes:
    r"""The printable words in UTF-8; half a character, which that cannot hold, stays as \ud83d."""
    return printable(words).encode("utf-8", errors="backslashreplace")


def as_json(data: Any, indent: int | None = None) -> str:
    """The data as JSON that is printable and loses nothing: what is not stays escaped."""
    document = json.dumps(data, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", document)
