"""Tells speech to a person from everything else that can be typed into a chat."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bot.understanding.evidence import Clause
from bot.understanding.french.plain import folded
from bot.understanding.languages import FUNCTION_WORDS
from bot.understanding.techniques import NAMES

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

_CODE = re.compile(
    r"\bdef \w+\(|\bfunction\s*\w*\(|</?\w+[^>]{0,40}>|\bimport \w+\s*$|\bfrom \w+ import\b"
    r"|\bselect\b.{1,80}\bfrom\b.{1,80}(?:;|where)|\bdrop table\b"
    r"|=>|==|!=|&&|\|\||\);|\{\s*\"?\w+\"?\s*:"
    r"|\bprint\(|\bconsole\.log|\breturn \w+;|#include|\$\(|\w\(\)|;\s*\}",
    re.IGNORECASE,
)

_TO_THE_MACHINE = re.compile(
    r"\b(?:ignore|disregard|forget|override) (?:all |any |the |your |my |these |those )*"
    r"(?:previous |prior |above |earlier )?(?:instructions?|rules|prompts?|programming)\b"
    r"|\bsystem prompt\b|\bas an ai\b"
    r"|\byou are (?:now )?(?:a |an )?(?:ai|chatbot|language model|dan)\b"
    r"|\bgive me (?:full|maximum|max|the best|a perfect|top) (?:marks?|scores?|points)\b"
    r"|\b(?:set|raise|put) (?:my |the |his |her )?(?:score|trust|arousal|mark) (?:to|at)\b"
    r"|\b(?:score|grade|mark) (?:me|this) (?:as|at|with)\b|\bend the scenario\b"
    r"|\b(?:ignore[zr]?|oublie[zr]?) (?:toutes? )?(?:tes|les|vos|ces)"
    r" (?:instructions|consignes|regles)\b"
    r"|\bdonne[zr]?[ -]moi (?:tous les points|la note maximale|une note parfaite)\b"
    r"|\b(?:mets|mettez) (?:ma|la|sa) (?:note|confiance) a\b",
)

_KEYS = tuple(
    run for row in ("qwertyuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "wxcvbn")
    for run in (row, row[::-1])
)  # fmt: skip
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}")
_SAME_LETTER = re.compile(r"(.{1,2})\1{3,}")

_SHORT_ANSWERS = """
yes no ok not yet ouais yeah yep nope so well um uh hmm hi good evening morning night hello hey bye
goodbye sir sure maybe please sorry okay fine right
oui non euh ben bon matin soiree bonjour bonsoir salut allo bye peut-etre peut etre pardon
monsieur madame parfait
"""
_ANSWERS = frozenset(_SHORT_ANSWERS.split())

_TELLING = re.compile(
    r"^(?:i (?:will |would |am going to )?|je )?(?:use|using|do|apply|show|give|ask|try"
    r"|utilise|fais|pose|montre|applique)?\s*(?:an? |some |the |un |une |de l'|de la |des |l')?"
)
_LIST = re.compile(r"[,;/+&|\n.]+| and | et ")


def count(said: str) -> int:
    """Words said."""
    return len(_WORD.findall(said))


def _is_mash(word: str) -> bool:
    """Whether a lower-case word looks like fingers on a keyboard."""
    pieces = [word[i : i + 5] for i in range(max(0, len(word) - 4))] or [word]
    keys = len(word) >= 3 and any(piece in row for row in _KEYS for piece in pieces)
    return keys or bool(_NO_VOWEL.search(word) or _SAME_LETTER.search(word)) or len(word) > 30


def _is_all_mash(words: Sequence[str]) -> bool:
    odd = [word for word in words if not any(word in known for known in FUNCTION_WORDS.values())]
    return (
        bool(odd)
        and len(odd) == len(words)
        and any(map(_is_mash, odd))
        and (sum(map(_is_mash, odd)) * 2 >= len(odd))
    )


def _is_foreign_script(said: str) -> bool:
    letters = [char for char in said if char.isalpha()]
    latin = sum("LATIN" in unicodedata.name(char, "") for char in letters)
    return latin * 2 < len(letters)


def _names_techniques(low: str) -> bool:
    parts = [_TELLING.sub("", part.strip(" !?*_-").replace("_", " ")) for part in _LIST.split(low)]
    said = [part for part in parts if part]
    return bool(said) and all(part in NAMES for part in said)


def is_not_addressed(said: str) -> bool:
    """Whether the cleaned text is no speech to the subject: nothing, mash, code, or a trick."""
    low = folded(said)
    words = _WORD.findall(low)
    return (
        not words
        or _is_foreign_script(said)
        or _is_all_mash(words)
        or bool(_CODE.search(said))
        or bool(_TO_THE_MACHINE.search(low))
        or _names_techniques(low)
    )


def is_small(said: str) -> bool:
    """Whether it is only a greeting, a yes or a no: too little for the head to judge."""
    return all(word in _ANSWERS for word in _WORD.findall(folded(said)))


def is_plain(clauses: Sequence[Clause]) -> bool:
    """Whether words without any act still read as a statement, an answer or a greeting."""
    words = [(word, clause.lang) for clause in clauses for word in _WORD.findall(clause.plain)]
    if not words:
        return False
    known = sum(word in FUNCTION_WORDS[lang] or word in _ANSWERS for word, lang in words)
    return known * 4 >= len(words)
