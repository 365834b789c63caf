"""Takes people out of the words for reading: whoever is spoken to or of, it is read alike.

A name, a place one comes from and an age change nothing about what words do, so all of them are
read as the same one. What is quoted and what a scenario's topics are asked by keeps its names.
"""

from __future__ import annotations

import re

from bot.understanding.french.plain import folded
from bot.understanding.lexicon import lexicon

SOMEBODY = "Alex"
"""What stands for every name: one that the training voices use in both languages."""

SOME = "20"
"""What stands for every age and count of up to three figures."""

_PLAIN = """\
i i'm i'd i'll i've mr mrs ms miss dr sir ma'am constable officer sergeant corporal nurse doctor god
jesus christmas monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
thursdays fridays saturdays sundays january february march april may june july august september
october november december form act tylenol english french m mme mlle monsieur madame dre agent
agente sergent dieu noel anglais francais je j'ai"""
KEPT = frozenset(_PLAIN.split())
"""Plain words, without accents, that are written with a capital and are nobody's name."""
_ORIGINS = re.compile(
    r"\b(?:afghan|algerien|americain|arabe|chinois|congolais|dene|haitien"
    r"|indien|inuit|irakien|iranien|italien|jamaicain|juif|libanais|marocain|metis|mexicain|mohawk"
    r"|muslim|musulman|ojibwe|pakistani|pakistanais|polonais|portugais|quebecois|russe|sikh|somali"
    r"|somalien|syrien|tunisien|ukrainien|vietnamien"
    r"|american|arab|chinese|haitian|indian|iranian|iraqi|italian|jamaican|jewish|lebanese"
    r"|mexican|moroccan|portuguese|russian|syrian|ukrainian|vietnamese)"
    r"(?:ne|e|s|es|nes)?\b"
)
_CAPITAL = re.compile(r"(?<![\w'-])((?:[dlDL]')?)([A-ZÀ-Ý][^\W\d_]*(?:[-'][^\W\d_]+)*)")
_NUMBER = re.compile(r"(?<![\d:.,-])\d{1,3}(?![\d:.,]?\d|-\d)")
_EMERGENCY = frozenset({"911", "988", "811", "211"})
_AGAIN = re.compile(rf"\b{SOMEBODY}(?:[ -]{SOMEBODY})+\b")
_STARTS = re.compile(r"(?:^|[.!?…:;\"(]|\.\.\.)[\s\"(-]*$")
_CALLED = re.compile(
    r"\s*(?:[,.!?…]|$)"
    r"|\s+(?:is|was|has|had|can|will|would|did|does|might|said|says|told|thinks|wants|knows|came"
    r"|called|est|a|était|avait|va|peut|dit|veut|sait|pense|m'a|vous a|t'a)\b"
)
"""What follows somebody's name rather than the first word of an order."""
_INSIDE = re.compile(r"(?<=[\w,] )[^\W\d_][\w'-]*")
_FEWEST, _TITLE_CASE = 3, 0.5
"""Share of capitals within sentences from which, in so many words, they mark no names."""


def nameless(text: str, lang: str) -> str:
    """The text with every name, origin and age made the same; CAPITALS and Title Case are left."""
    if not text.isupper() and not _is_title_case(text):
        text = _CAPITAL.sub(lambda found: _unnamed(found, lang), text)
        text = _AGAIN.sub(SOMEBODY, text)
    text = _NUMBER.sub(lambda found: found[0] if found[0] in _EMERGENCY else SOME, text)
    return _without_origins(text)


def _is_title_case(text: str) -> bool:
    inside = [word for word in _INSIDE.findall(text) if word != "I" and word[:2] != "I'"]
    capitals = sum(word[0].isupper() for word in inside)
    return len(inside) >= _FEWEST and capitals > _TITLE_CASE * len(inside)


def _unnamed(found: re.Match[str], lang: str) -> str:
    before, word = found[1], found[2]
    bare = word.removesuffix("'s")
    if folded(word) in KEPT or (bare.isupper() and len(bare) > 1):
        return found[0]
    if _STARTS.search(found.string[: found.start()]) and not before and not _begins(found, lang):
        return found[0]
    return before + SOMEBODY + word[len(bare) :]


def _begins(found: re.Match[str], lang: str) -> bool:
    """Whether the capital at the start of a sentence is a name's: nobody uses the word small."""
    bare = found[2].removesuffix("'s")
    if any(folded(part) in lexicon(lang).usual for part in bare.split("-")):
        return False
    return bare != found[2] or bool(_CALLED.match(found.string, found.end()))


def _without_origins(text: str) -> str:
    """Origins by their plain spelling, which has as many letters as the word typed."""
    low = folded(text)
    if len(low) != len(text):
        return text
    parts, last = [], 0
    for found in _ORIGINS.finditer(low):
        parts += [text[last : found.start()], SOMEBODY]
        last = found.end()
    return "".join([*parts, text[last:]])
