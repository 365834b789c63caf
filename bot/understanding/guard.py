"""The guard at the door: whatever is typed becomes a short, clean, harmless line of text."""

from __future__ import annotations

import re
import unicodedata

LIMIT = 1_000
"""Characters kept for analysis. A rule took 8.5 s on 32,000 characters of "so, " and 10 ms at
most under this cap (nlu.md 3.9)."""

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"'})
_GUILLEMETS = str.maketrans({"«": '"', "»": '"', "„": '"'})
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_DEED = re.compile(r"\*[^*\n]{1,300}\*")
_QUOTED_WHOLE = re.compile(r'^\s*"([^"]*)"\s*$')


def _kept(char: str) -> bool:
    return char in "\n\t" or unicodedata.category(char) not in _DROPPED


def clean(text: str) -> str:
    """At most 1,000 characters, NFKC, without control, zero-width or unpaired characters."""
    visible = "".join(char for char in text[: 4 * LIMIT] if _kept(char))
    plain = unicodedata.normalize("NFKC", visible).translate(_QUOTES).translate(_GUILLEMETS)
    return plain[:LIMIT].strip()


def spoken(text: str) -> str:
    """The words said aloud: without deeds between *asterisks* or quotes around the whole line."""
    said = _DEED.sub(" ", text).strip()
    whole = _QUOTED_WHOLE.match(said)
    return whole.group(1).strip() if whole else said
