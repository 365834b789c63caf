"""Notices when the trainee, not the role, may be speaking of their own danger.

High precision on purpose: words said *to* a subject about suicide are part of the work and
must not end an encounter. Only a first person who wants to die or to harm themself does.
"""

from __future__ import annotations

import re

_SELF = r"(?:my ?self|meself)"
_FIRST_PERSON = (
    rf"\bi (?:really |just )*(?:want|wanna|need|plan|intend)(?: to)? "
    rf"(?:die\b(?! of| laughing)|kill {_SELF}|end (?:my life|it all)|hurt {_SELF}|kms\b)",
    rf"\bi(?: am|'m|m) (?:going to|gonna) (?:kill|hurt) {_SELF}\b",
    r"\bi(?: am|'m|m) (?:going to|gonna) end (?:my life|it all)\b",
    rf"\bi(?: am|'m|m) (?:suicidal\b|thinking (?:of|about) (?:suicide|killing {_SELF}))",
    r"\bi (?:don'?t|do not) want to (?:live|be alive|be here) any ?more\b",
    r"\bj(?:e |')(?:veux|voudrais|vais) (?:mourir\b(?! de)|me tuer|m'enlever la vie|me suicider"
    r"|en finir avec (?:la|ma) vie|en finir\b(?! avec))",
    r"\bj'?ai (?:envie|le go[uû]t) (?:de |d')(?:mourir\b(?! de)|me tuer|m'enlever la vie"
    r"|en finir avec (?:la|ma) vie|en finir\b(?! avec))",
    r"\bje (?:pense|songe) [àa] (?:me tuer|me suicider|m'enlever la vie)\b",
    r"\bje (?:ne )?veux? (?:pu|plus|pus) vivre\b",
)
_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _FIRST_PERSON)
_QUOTATION = re.compile(r"[\"“«][^\"”»]*[\"”»]|(?<!\w)'[^']*'(?!\w)")
_SAID_BY = re.compile(
    r"\b(?:you|he|she|they|your \w+|vous|tu|il|elle|ils|elles|votre \w+)\b[^.!?]{0,20}"
    r"\b(?:say|said|says|saying|tell|told|write|wrote|hear|heard|dire|dit|dites|disiez|dis|écrit)\b"
    r"[^.!?]{0,12}$",
    re.IGNORECASE,
)
_MOST = 1000


def speaks_of_own_danger(text: str) -> bool:
    """True when the words say, in the first person, that the writer wants to die or be harmed.

    What stands in quotation marks, or is said to have been said by somebody else, is not.
    """
    flat = text[:_MOST].replace("\u2019", "'")
    plain = " ".join(_QUOTATION.sub(" ", flat).split())
    for pattern in _PATTERNS:
        found = pattern.search(plain)
        if found and not _SAID_BY.search(plain[: found.start()]):
            return True
    return False
