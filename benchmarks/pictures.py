"""How many bytes the pictures take: both of them, in every look, over short and long courses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

from bot.feedback.chart import Mark
from bot.feedback.curves import Curves
from bot.feedback.fork_picture import fork_picture
from bot.feedback.look import THEMES, Theme
from bot.feedback.picture import picture
from dialogues.play import LANGS
from state_machines.mood import MOODS

TURNS = (10, 20, 36)
KINDS = ("quiet", "noisy")
TITLES = {
    "en": "He takes the hallway to the elevators without turning around once",
    "fr": "Il prend le couloir vers les ascenseurs sans se retourner une seule fois",
}


@dataclass(frozen=True, slots=True)
class Size:
    """Bytes of the picture in the debrief and of the one that shows what if."""

    turns: int
    kind: str
    theme: Theme
    lang: str
    debrief: int
    fork: int


def course(turns: int, kind: str, seed: int = 1) -> Curves:
    """Curves of that many turns: quiet ones drift, noisy ones jump as no subject ever does."""
    chance = Random(seed)  # noqa: S311 - a course, not a secret

    def series(value: float) -> tuple[float, ...]:
        found = [value]
        for _ in range(turns):
            drifted = min(100.0, max(0.0, found[-1] + chance.uniform(-6, 4)))
            found.append(chance.uniform(0, 100) if kind == "noisy" else drifted)
        return tuple(found)

    moods = tuple(
        chance.choice(MOODS) if kind == "noisy" else MOODS[turn // 10] for turn in range(turns)
    )
    return Curves(series(70.0), series(60.0), series(20.0), series(40.0), moods)


def sizes() -> Iterator[Size]:
    """Every combination of turns, kind of course, theme and language."""
    for turns, kind, theme, lang in product(TURNS, KINDS, THEMES, LANGS):
        was, now = course(turns, kind), course(turns, kind, seed=2)
        marks = [Mark(1, 3, True), Mark(2, turns - 1, False)]
        yield Size(
            turns,
            kind,
            theme,
            lang,
            debrief=len(picture(was, marks, TITLES[lang], lang, theme)),
            fork=len(fork_picture(was, now, 2, lang, theme=theme)),
        )
