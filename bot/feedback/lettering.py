"""How wide text comes out in the picture's font, and how it is broken or cut to fit."""

from __future__ import annotations

_WIDTHS = {
    " iljI.,'’!:;": 0.32,
    "frt()-/?": 0.45,
    "szc": 0.5,
    "0123456789": 0.58,
    "mwMW@%—…œŒæÆ": 0.98,
}
"""Widths in em of letters unlike the rest, rounded up from the font's own table."""
_WIDTH = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_CAPITAL, _LETTER = 0.8, 0.64
_MORE = "…"


def width(text: str, size: float) -> float:
    """An upper estimate of the width of a text in pixels."""
    return size * sum(
        _WIDTH.get(letter, _CAPITAL if letter.isupper() else _LETTER) for letter in text
    )


def lines(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines that fit the room; an ellipsis stands for the rest."""
    found: list[str] = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) <= room or not found[-1]:
            found[-1] = longer
        else:
            found.append(word)
    if len(found) > most:
        found = [*found[: most - 1], f"{found[most - 1]} {_MORE}"]
    return tuple(_cut(line, size, room) for line in found)


def _cut(line: str, size: float, room: float) -> str:
    if width(line, size) <= room:
        return line
    kept = line.removesuffix(_MORE)
    while kept and width(kept + _MORE, size) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,;") + _MORE
