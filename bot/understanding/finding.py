"""Runs the rules of each clause's language, and counts questions over the whole move."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.understanding.english import feelings as english_feelings
from bot.understanding.english.fragments import FRAGMENTS as ENGLISH_FRAGMENTS
from bot.understanding.english.rules import RULES as ENGLISH_RULES
from bot.understanding.evidence import Clause, Evidence
from bot.understanding.french import feelings as french_feelings
from bot.understanding.french.fragments import FRAGMENTS as FRENCH_FRAGMENTS
from bot.understanding.french.rules import RULES as FRENCH_RULES
from bot.understanding.rules import Compiled, compiled

COMPILED: Mapping[str, tuple[Compiled, ...]] = {
    "en": compiled(ENGLISH_RULES, ENGLISH_FRAGMENTS),
    "fr": compiled(FRENCH_RULES, FRENCH_FRAGMENTS),
}
FAMILY_OF = {"en": english_feelings.family_of, "fr": french_feelings.family_of}

STACK = 3
"""Questions in one move from which it feels like an interrogation (domain.md 2.3)."""

_ASKED = {
    "en": re.compile(
        r"^(?:and |so |okay |then )*(?:what|where|when|who|why|how|which|do|does|did|is|are|was|were"
        r"|have|has|any|name|had|drugs|drinking|medication|allergies|id)\b"
    ),
    "fr": re.compile(
        r"^(?:et |puis |donc |okay )*(?:qu'|que |qui|quoi|quand|ou |comment|pourquoi|combien|quel"
        r"|est ce|c'est qui|c'est quoi|avez|as tu|etes|es tu|prenez|il y a t il|y a t il|depuis|des |nom|ca fait)"
    ),
}
_PIECES = re.compile(r",| and | et ")
_KIND = frozenset(
    {"offer_comfort", "offer_choice", "offer_resource", "ask_permission", "request", "summarise"}
)


def find(clauses: Sequence[Clause]) -> Iterable[Evidence]:
    """Every act that a rule of its clause's language sees, and questions piled up."""
    found = [
        _evidence(ready, hit, number, clause.lang)
        for number, clause in enumerate(clauses)
        for ready in COMPILED[clause.lang]
        if (hit := ready.search(clause.plain))
    ]
    return [*found, *_stacks(clauses, found)]


def _evidence(ready: Compiled, hit: re.Match[str], number: int, lang: str) -> Evidence:
    rule = ready.rule
    return Evidence(
        rule.act, rule.confidence, number, hit.start(), hit.end(), f"rule:{rule.id}",
        FAMILY_OF[lang](hit.groupdict().get("feeling") or ""), rule.severe,
    )  # fmt: skip


def _stacks(clauses: Sequence[Clause], found: Sequence[Evidence]) -> Iterator[Evidence]:
    """Three or more questions in one move; offers and checks of a summary do not count."""
    kind = {one.clause for one in found if one.act in _KIND}
    asked = [(n, _questions(c)) for n, c in enumerate(clauses) if c.asks and n not in kind]
    if sum(many for _, many in asked) >= STACK:
        first = asked[0][0]
        end = len(clauses[first].plain)
        yield Evidence("question_stack", 0.9, first, 0, end, "rule:question_stack")


def _questions(clause: Clause) -> int:
    """Questions in a clause that ends as one: itself, and each piece that starts like one."""
    pieces = [piece.strip() for piece in _PIECES.split(clause.text.lower())]
    return max(1, sum(bool(_ASKED[clause.lang].search(piece)) for piece in pieces))
