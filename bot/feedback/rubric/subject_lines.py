"""What the subject's own lines of a transcript show: who is told something, who has settled.

Where there is no encounter, only these lines tell how it went. Plain words and marks are counted,
in both languages at once; nothing about the person is concluded from them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

TELLS = 6
"""Words from which an answer that is no outcry tells something."""
ENDS = 2
"""Lines at either end that are compared."""

_CALM = re.compile(
    r"\b(?:ok(?:ay)?|all ?right|fine|thanks?|thank you|sorry|yeah|yes|sure|maybe|i guess|please"
    r"|merci|oui|ouin?|d'accord|correct|désolée?|excuse(?:z|-moi)?|peut-être"
    r"|s'il (?:te|vous) pla[iî]t|bon|j'imagine|parfait)\b",
    re.IGNORECASE,
)
_STIRRED = re.compile(
    r"!|(?i:\b(?:leave me|go away|get (?:out|away|off|back)|let me go|back off|shut up|go to hell"
    r"|don't (?:touch|come)|forget it|whatever|screw|hate|unbelievable|never mind"
    r"|l[âa]che[zr]?|laisse[rz]?[- ]moi|va-t'en|allez-vous-en|tasse-toi|ferme[rz]?|touche[rz]? pas"
    r"|approche[rz]? pas|oublie[rz]?|fous|chier|maudit|jamais|laisse[rz]? faire|peu importe)\b)"
    r"|\b[A-ZÀ-Ý]{3,}\b|\b[Nn]on?[.,]",
)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def telling(lines: Mapping[int, str]) -> frozenset[int]:
    """The numbers of the lines that the subject answered, right after, by telling something."""
    return frozenset(
        number - 1
        for number, text in lines.items()
        if len(_WORD.findall(text)) >= TELLS and "!" not in text
    )


def settled(lines: Mapping[int, str]) -> float:
    """How much calmer the last lines are than the first, -1 to 1; 0 where there are too few."""
    said = [text for _, text in sorted(lines.items())]
    if len(said) <= ENDS:
        return 0.0
    first, last = (_calm(" ".join(part)) for part in (said[:ENDS], said[-ENDS:]))
    return max(-1.0, min(1.0, (last + max(0.0, last - first)) / 2))


def _calm(text: str) -> float:
    """From -1, stirred up, to 1, settled."""
    calm, stirred = len(_CALM.findall(text)), len(_STIRRED.findall(text))
    return (calm - stirred) / max(1, calm + stirred)
