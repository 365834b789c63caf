"""Plain words for what was said, done and changed, in the language of the encounter."""

from __future__ import annotations

from collections.abc import Mapping

from bot.texts import text
from dialogues.catalogue import CatalogueText, catalogue_text
from dialogues.prepared import Prepared
from dialogues.sayings import fill
from state_machines.acts import VARIABLES, Move
from state_machines.emotion import Feelings

_MORE = "…"


def catalogue_of(prepared: Prepared) -> CatalogueText:
    """The catalogue's words in the language of the encounter."""
    return catalogue_text("fr" if prepared.lang == "fr" else "en")


def clipped(words: str, most: int) -> str:
    """The words on one line, at most so many characters, cut between words."""
    line = " ".join(words.split("\n")).strip()
    if len(line) <= most:
        return line
    kept = line[: most - len(_MORE)]
    return (kept.rpartition(" ")[0] or kept).rstrip() + _MORE


def quoted(words: str, lang: str, most: int = 200) -> str:
    """The words in quotation marks, at most so many characters between them."""
    return text(lang, "feedback.quote", words=clipped(words, most))


def filled(line: str, drawn: Mapping[str, str]) -> str:
    """The scenario's line with what the seed drew; empty when a name in it is not known."""
    try:
        return fill(line, drawn)
    except KeyError:
        return ""


def shifts(before: Feelings, after: Feelings, lang: str) -> str:
    """What moved, the most first: "arousal −9 (calmer), trust +6"."""
    moved = {variable: round(after[variable] - before[variable]) for variable in VARIABLES}
    order = sorted((v for v in VARIABLES if moved[v]), key=lambda v: -abs(moved[v]))
    if not order:
        return text(lang, "feedback.nothing_moved")
    return ", ".join(_shift(variable, moved[variable], lang) for variable in order)


def _shift(variable: str, points: int, lang: str) -> str:
    way, sign = ("up", "+") if points > 0 else ("down", "−")
    return text(lang, f"feedback.{variable}_{way}", points=f"{sign}{abs(points)}")


def done(move: Move, prepared: Prepared) -> str:
    """The names of the deeds done and the stances taken up in a move; empty when there are none."""
    words = catalogue_of(prepared)
    deeds = [words.deeds[deed].name for deed in move.deeds]
    stances = [words.stances[stance].name for stance in move.posture.items()]
    return ", ".join([*deeds, *stances])


def own_words(move: Move, prepared: Prepared) -> str:
    """What the trainee said, quoted; else what was done, or that nothing was."""
    said = move.reading.text or " ".join(dict.fromkeys(a.sentence for a in move.reading.acts))
    if said.strip():
        return quoted(said, prepared.lang)
    names = [catalogue_of(prepared).acts[read.act].name for read in move.reading.acts]
    shown = ", ".join([*names, done(move, prepared)]).strip(", ")
    return shown or text(prepared.lang, "feedback.nothing_said")
