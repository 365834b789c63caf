"""Text as Telegram shows it: bold, italic, quoted or folded, and never longer than it may be."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from telegram.constants import MessageLimit

TEXT_UNITS: Final = int(MessageLimit.MAX_TEXT_LENGTH)
CAPTION_UNITS: Final = int(MessageLimit.CAPTION_LENGTH)
"""Both in UTF-16 units after the tags are taken out (telegram.md 2.2)."""
Style = Literal["", "b", "i"]
Wrap = Literal["", "quote", "folded"]
_WRAPS: Final[dict[Wrap, tuple[str, str]]] = {
    "": ("", ""),
    "quote": ("<blockquote>", "</blockquote>"),
    "folded": ("<blockquote expandable>", "</blockquote>"),
}
_ACTION = re.compile(r"\*([^*\n]+)\*")
_GAP: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    style: Style = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; `wrap` says whether it is quoted, or quoted and folded."""

    runs: tuple[Run, ...]
    wrap: Wrap = ""


def block(*runs: Run | str, wrap: Wrap = "") -> Block:
    """A paragraph of runs; a bare string is a plain run, an empty one is left out."""
    made = (run if isinstance(run, Run) else Run(run) for run in runs)
    return Block(tuple(run for run in made if run.text), wrap)


def bold(text: str) -> Run:
    return Run(text, "b")


def italic(text: str) -> Run:
    return Run(text, "i")


def spoken(saying: str) -> tuple[Run, ...]:
    """A saying with its *actions in asterisks* in italics."""
    parts = _ACTION.split(saying)
    return tuple(Run(part, "i" if n % 2 else "") for n, part in enumerate(parts) if part)


def units(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts."""
    return len(text) + sum(char > "\uffff" for char in text)


def pages(blocks: Iterable[Block], limit: int = TEXT_UNITS) -> list[str]:
    """The blocks as HTML messages of at most `limit` units each, cut between words if need be."""
    full: list[list[Block]] = []
    left = 0
    for piece in pieces(blocks, limit):
        size = _size(piece)
        if not full or size + len(_GAP) > left:
            full.append([])
            left = limit + len(_GAP)
        full[-1].append(piece)
        left -= size + len(_GAP)
    return [_joined(page) for page in full]


def _joined(page: Sequence[Block]) -> str:
    """Blank lines between paragraphs; a quote brings its own room."""
    parts = [to_html(page[0])]
    for before, after in pairwise(page):
        parts += ["\n" if before.wrap or after.wrap else _GAP, to_html(after)]
    return "".join(parts)


def pieces(blocks: Iterable[Block], limit: int = TEXT_UNITS) -> Iterator[Block]:
    """Every block that says something, in pieces that fit."""
    for whole in blocks:
        rest: Block | None = whole if _plain(whole).strip() else None
        while rest is not None:
            piece, rest = _cut(rest, limit)
            yield piece


def _cut(whole: Block, limit: int) -> tuple[Block, Block | None]:
    """The part of a block that fits, and what is left of it."""
    if _size(whole) <= limit:
        return whole, None
    at = _cutting_point(_plain(whole), limit)
    head, tail = _split(whole.runs, at)
    return replace(whole, runs=head), replace(whole, runs=tail) if tail else None


def _cutting_point(text: str, limit: int) -> int:
    """How many characters to keep: up to the last space that fits, else as many as fit."""
    end, used = 0, 0
    while end < len(text) and used + units(text[end]) <= limit:
        used += units(text[end])
        end += 1
    space = max(text.rfind(gap, 1, end) for gap in (" ", "\n"))
    return space if space > end // 2 else end


def _split(runs: Sequence[Run], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    head: list[Run] = []
    tail: list[Run] = []
    for run in runs:
        before, after = run.text[: max(0, at)], run.text[max(0, at) :]
        head.append(replace(run, text=before))
        tail.append(replace(run, text=after if tail and tail[-1].text else after.lstrip()))
        at -= len(run.text)
    return tuple(r for r in head if r.text), tuple(r for r in tail if r.text)


def _plain(whole: Block) -> str:
    return "".join(run.text for run in whole.runs)


def _size(whole: Block) -> int:
    return units(_plain(whole))


def to_html(whole: Block) -> str:
    """The block in Telegram's HTML, everything escaped."""
    opening, closing = _WRAPS[whole.wrap]
    return opening + "".join(map(_run_html, whole.runs)) + closing


def _run_html(run: Run) -> str:
    escaped = html.escape(run.text, quote=False)
    return f"<{run.style}>{escaped}</{run.style}>" if run.style else escaped
