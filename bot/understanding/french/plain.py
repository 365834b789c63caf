"""Turns French as typed into plain words: no accents, no "ne", Québec spellings made regular."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

import re
import unicodedata

SPELT_OUT = {
    "cest": "c'est", "jai": "j'ai", "jetais": "j'etais", "jaimerais": "j'aimerais",
    "jaurais": "j'aurais", "javais": "j'avais", "jvais": "je vais", "jveux": "je veux",
    "jpeux": "je peux", "jsuis": "je suis", "chu": "je suis", "chus": "je suis",
    "chuis": "je suis", "j'suis": "je suis", "j'vais": "je vais", "j'veux": "je veux",
    "j'peux": "je peux", "j'comprends": "je comprends", "daccord": "d'accord", "lair": "l'air",
    "sest": "s'est", "cetait": "c'etait", "quil": "qu'il", "quils": "qu'ils", "questce": "qu'est ce",
    "t'es": "tu es", "t'as": "tu as", "t'etais": "tu etais", "t'avais": "tu avais",
    "t'sais": "tu sais", "tsais": "tu sais", "tse": "tu sais", "pis": "et", "icitte": "ici",
    "icite": "ici", "ben": "bien", "moe": "moi", "toe": "toi", "faque": "donc", "fak": "donc",
    "svp": "s'il vous plait", "stp": "s'il te plait", "pcq": "parce que", "pck": "parce que",
    "ok": "okay", "dac": "d'accord", "aujourd'hui": "aujourdhui", "deau": "d'eau", "leau": "l'eau",
    "lhopital": "l'hopital", "lurgence": "l'urgence", "lattente": "l'attente", "men": "m'en",
    "mexcuse": "m'excuse", "mappelle": "m'appelle", "tappelles": "t'appelles", "ya": "il y a",
    "y'a": "il y a", "chui": "je suis", "jmexcuse": "je m'excuse", "jmappelle": "je m'appelle", "jcomprends": "je comprends",
    "jsais": "je sais", "j'sais": "je sais", "assisez": "assoyez",
    "asseyez": "assoyez", "assoye": "assoyez", "assieds": "assis", "assois": "assis",
    "dexpliquer": "d'expliquer",
}  # fmt: skip

_REGULAR = (
    (re.compile(r"\bs\.?v\.?p\b\.?"), "s'il vous plait"),
    (re.compile(r"\bs\.?t\.?p\b\.?"), "s'il te plait"),
    (re.compile(r"\bquest[ -]ce\b|\bqu est[ -]ce\b|\bkes[sk]e?\b"), "qu'est ce"),
    (re.compile(r"\b([jcdlmns]|qu) (?=[aeiouyh]\w)"), r"\1'"),
    (re.compile(r"\bt[ '](?=(?:es|as|etais|avais)\b)"), "tu "),
    (re.compile(r"\ben a des\b"), "il y en a des"),
    (re.compile(r"\b(?:ne |n'(?!importe|est ce)(?=[aeiouyh]))"), ""),
    (re.compile(r"\bce (?=(?:est|etait)\b)"), "c'"),
    (re.compile(r"\bje (?=(?:ai|avais|aurais|aurai|arrive|entends|ecoute|aime\w*|appelle|oublie|y|en|etais)\b)"), "j'"),
    (re.compile(r"(?<!il )(?<!ils )\by (?=a\b|en a\b|avait\b|a pas\b)"), "il y "),
    (re.compile(r"\bil il y\b"), "il y"),
    (re.compile(r"\b(?:je vas|m'as|m'a) (?=\w+(?:er|ir|re)\b)"), "je vais "),
    (re.compile(r"\bj (?=(?:suis|vais|peux|veux|sais|comprends|viens|reste)\b)"), "je "),
)  # fmt: skip

_NAME = re.compile(
    r"\b([Jj]e suis|[Mm]'appelle|[Mm]appelle|[Mm]oi,? c'est|[Mm]oi cest|[Cc]'est) ([A-ZÀ-Ý][a-zà-ÿ]\w*)"
)
_INNER_QUOTE = re.compile(r'"[^"]*"')
_LONG = re.compile(r"([a-z])\1{2,}")
_WORD = re.compile(r"[a-z']+")
_DASH = re.compile(r"(?<=[a-z])-(?=[a-z])")
_MARKS = re.compile(r"[^\w\s'?!@$%-]")
_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """Lower case without accents."""
    low = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(char for char in low if not unicodedata.combining(char))


def plain(text: str) -> str:
    """The plain words of a French clause; quoted speech becomes the word `quoted`.

    "Ne" is dropped since speech drops it, so that both spellings meet the same rules. A name
    after "je suis" or "c'est" is marked with @; question and exclamation marks stay.
    """
    named = text if text.isupper() else _NAME.sub(r"\1 @\2", text)
    low = _LONG.sub(r"\1", folded(_INNER_QUOTE.sub(" quoted ", named)))
    low = _DASH.sub(" ", low)
    low = _WORD.sub(lambda match: SPELT_OUT.get(match.group(), match.group()), low)
    for pattern, regular in _REGULAR:
        low = pattern.sub(regular, low)
    low = _MARKS.sub(" ", low).replace("?", " ? ").replace("!", " ! ")
    return _SPACES.sub(" ", low).strip()
