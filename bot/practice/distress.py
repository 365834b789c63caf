"""Notices when the trainee, not the role, may be speaking of their own danger.

High precision on purpose: words said *to* a subject about suicide are part of the work and
must not end an encounter. Only a first person who wants to die or to harm themself does.
"""

from __future__ import annotations

import re

_FIRST_PERSON = {
    "en": (
        r"\bi (?:really |just )?(?:want|wanna|need|plan|intend) to (?:die|kill myself|end my life"
        r"|hurt myself|end it all)\b",
        r"\bi(?: am|'m|m) (?:going to|gonna) (?:kill|hurt) myself\b",
        r"\bi(?: am|'m|m) (?:suicidal|thinking (?:of|about) (?:suicide|killing myself))\b",
        r"\bi (?:don'?t|do not) want to (?:live|be alive|be here) any ?more\b",
    ),
    "fr": (
        r"\bje (?:veux|voudrais|vais) (?:mourir|me tuer|m'enlever la vie|en finir|me suicider)\b",
        r"\bj'?ai (?:envie|le gout|le goût) de (?:mourir|me tuer|m'enlever la vie|en finir)\b",
        r"\bje (?:pense|songe) (?:à|a) (?:me tuer|me suicider|m'enlever la vie)\b",
        r"\bje (?:ne )?(?:veux|veut) pu?l?u?s vivre\b",
    ),
}
_QUOTED = re.compile(r"\b(?:you|he|she|they|vous|tu|il|elle|ils|elles)\b[^.!?]{0,30}$")
_PATTERNS = tuple(re.compile(p, re.IGNORECASE) for group in _FIRST_PERSON.values() for p in group)
_MOST = 1000


def speaks_of_own_danger(text: str) -> bool:
    """True when the words say, in the first person, that the writer wants to die or be harmed."""
    flat = text[:_MOST].replace("\u2019", "'")
    for pattern in _PATTERNS:
        found = pattern.search(flat)
        if found and not _QUOTED.search(flat[: found.start()].lower()):
            return True
    return False
