"""Runs the rules of each clause's language, and counts questions over the whole move."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.understanding.english.fragments import FRAGMENTS as ENGLISH_FRAGMENTS
from bot.understanding.english.rules import RULES as ENGLISH_RULES
from bot.understanding.evidence import Clause, Evidence
from bot.understanding.feelings import FAMILY_OF
from bot.understanding.french.fragments import FRAGMENTS as FRENCH_FRAGMENTS
from bot.understanding.french.rules import RULES as FRENCH_RULES
from bot.understanding.languages import FUNCTION_WORDS, plain
from bot.understanding.rules import Compiled, compiled
from bot.understanding.subjects import matter

COMPILED: Mapping[str, tuple[Compiled, ...]] = {
    "en": compiled(ENGLISH_RULES, ENGLISH_FRAGMENTS),
    "fr": compiled(FRENCH_RULES, FRENCH_FRAGMENTS),
}

STACK = 3
"""Questions in one move from which it feels like an interrogation (domain.md 2.3)."""

MIRRORED = 2
"""Words of matter from the subject's last line that make a clause a mirror. Calibration."""

_DENIED = re.compile(r"\b(?:no|not|never|non|pas|jamais)\b")

SHORT = 3
"""Words of an item in a list of questions such as "date of birth, address, health card?"."""

_ASKED = {
    "en": re.compile(
        r"^(?:and |so |okay |then )*"
        r"(?:what|where|when|who|why|how|which|do|does|did|is|are|was|were|have|has|any|name|had|drugs|drinking|medication|allergies|id|since)\b"
    ),
    "fr": re.compile(
        r"^(?:et |puis |donc |okay )*(?:qu'|que |qui|quoi|quand|ou |comment|pourquoi|combien|quel"
        r"|est ce|c'est qui|c'est quoi|avez|a t|as tu|etes|es tu|prenez|il y a t il|y a t il|depuis"
        r"|des |nom|ca fait)"
        r"|\b(?:comment|quand|quoi|combien) ?\??$"
    ),
}
_PIECES = re.compile(r",|:| and | et ")
_PRONOUNS = "i you he she it we they je tu il elle on nous vous ils elles ce ca"
_SUBJECTS = frozenset(_PRONOUNS.split())
_KIND = frozenset(
    {"offer_comfort", "offer_choice", "offer_resource", "ask_permission", "request", "summarise"}
)


def find(clauses: Sequence[Clause], previous: str = "") -> Iterable[Evidence]:
    """Every act that a rule of its clause's language sees, and questions piled up."""
    found = [
        _evidence(ready, hit, number, clause.lang)
        for number, clause in enumerate(clauses)
        for ready in COMPILED[clause.lang]
        if (hit := ready.search(clause.plain))
    ]
    return [*found, *_stacks(clauses, found)]


def find_mirrors(clauses: Sequence[Clause], previous: str) -> Iterator[Evidence]:
    """Clauses that give the subject's own words back: mostly the same matter, not denied."""
    for number, clause in enumerate(clauses):
        said = matter(clause.plain, clause.lang)
        shared = said & matter(plain(previous, clause.lang), clause.lang)
        mostly = len(shared) >= MIRRORED and len(shared) * 2 >= len(said)
        if mostly and not _DENIED.search(clause.plain):
            end = len(clause.plain)
            yield Evidence("reflect", 0.78, number, 0, end, "rule:reflect.mirror")


def _evidence(ready: Compiled, hit: re.Match[str], number: int, lang: str) -> Evidence:
    rule = ready.rule
    return Evidence(
        rule.act, rule.confidence, number, hit.start(), hit.end(), f"rule:{rule.id}",
        FAMILY_OF[lang](hit.groupdict().get("feeling") or ""), severe=rule.severe, alone=rule.alone,
    )  # fmt: skip


def questions(clauses: Sequence[Clause]) -> int:
    """How many questions a move holds at most, marked as such or beginning like one."""
    return sum(max(_questions(c), c.text.count("?")) for c in clauses)


def _stacks(clauses: Sequence[Clause], found: Sequence[Evidence]) -> Iterator[Evidence]:
    """Three or more questions in one move; offers and checks of a summary do not count."""
    kind = {one.clause for one in found if one.act in _KIND}
    asked = [(n, _questions(c)) for n, c in enumerate(clauses) if c.asks and n not in kind]
    if sum(many for _, many in asked) >= STACK:
        first = asked[0][0]
        end = len(clauses[first].plain)
        yield Evidence("question_stack", 0.9, first, 0, end, "rule:question_stack", alone=True)


def _questions(clause: Clause) -> int:
    """Questions in a clause that ends as one: itself, and each piece that starts like one."""
    pieces = [plain(piece, clause.lang) for piece in _PIECES.split(clause.text.lower())]
    listed = sum(_is_item(piece, clause.lang) for piece in pieces)
    asked = sum(bool(_ASKED[clause.lang].search(piece)) for piece in pieces)
    return max(1, asked, listed if listed >= STACK else 0)


def _is_item(piece: str, lang: str) -> bool:
    """Whether a piece is a bare item such as "date of birth", not a clause with its own subject."""
    words = re.findall(r"[^\W_]+", piece)
    bare = not _SUBJECTS.intersection(words)
    return bare and len(words) <= SHORT and any(w not in FUNCTION_WORDS[lang] for w in words)
