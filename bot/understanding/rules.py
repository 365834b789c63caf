"""What a rule is: a form of words, the act it shows, and the lines that prove it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

GAP = r" (?:\S+ ){0,4}"
"""`...` in a pattern: a space, then up to four words in between."""

_NAMED = re.compile(r"<(\w+)>")
_DOTS = re.compile(r"(?:\\b)? ?\.\.\. ?")


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of words and the act it shows.

    Patterns are regular expressions on plain words (lower case, contractions opened, see
    `plain`); `...` stands for up to four words and `<name>` for a fragment of the language.
    `unless` lists forms that rule it out. `severe` marks harm that no kind word around it
    takes back, `alone` a form that defines the act, so that the rule decides by itself. The
    examples must be found by this very rule, the counter-examples must not.
    """

    id: str
    act: str
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    confidence: float = 0.9
    severe: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule ready to be searched for: each pattern beside letters that it cannot do without."""

    rule: Rule
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    unless: tuple[re.Pattern[str], ...]

    def search(self, plain: str) -> re.Match[str] | None:
        """Where the rule is met in these plain words, or None."""
        found = None
        for needed, pattern in self.patterns:
            if needed in plain and (found := pattern.search(plain)):
                break
        if found is None or any(p.search(plain) for p in self.unless):
            return None
        return found


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """The regular expression of a pattern. Raises KeyError for an unknown `<fragment>`."""
    filled = pattern.replace("(?P<", "(?P\0")
    while _NAMED.search(filled):
        filled = _NAMED.sub(
            lambda match: fragments[match.group(1)].replace("(?P<", "(?P\0"), filled
        )
    return _DOTS.sub(lambda _: GAP, filled.replace("(?P\0", "(?P<"))


_ONE = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|\{[\d,]*\}|.", re.DOTALL)
"""One piece of a pattern: an escape, a class of letters, a {count}, or a letter."""


def needed(pattern: str) -> str:
    """The longest run of letters that every match of a pattern holds, or nothing.

    Only what stands outside groups is looked at, so that looking for it first saves most of the
    searches without changing one of them.
    """
    runs, depth = [""], 0
    for piece in _ONE.findall(pattern):
        if piece == "|" and not depth:
            return ""
        depth += (piece == "(") - (piece == ")")
        if piece in ("?", "*") or piece[0] == "{":  # the letter before may be missing
            runs[-1:] = [runs[-1][:-1], ""]
        elif depth or len(piece) > 1 or piece in "()^$.+":
            runs.append("")
        else:
            runs[-1] += piece
    return max(runs, key=len)


def compiled(rules: tuple[Rule, ...], fragments: Mapping[str, str]) -> tuple[Compiled, ...]:
    """Every rule with its patterns compiled."""

    def ready(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(expand(pattern, fragments)) for pattern in patterns)

    return tuple(
        Compiled(
            rule,
            tuple((needed(pattern.pattern), pattern) for pattern in ready(rule.patterns)),
            ready(rule.unless),
        )
        for rule in rules
    )
