"""A review in words: each element with its evidence or a question, then what to look at again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bot.feedback.articulation.elements import MOST, Found
from bot.feedback.articulation.flags import Flag
from bot.feedback.articulation.review import Review
from bot.feedback.debrief import Part
from bot.feedback.wording import catalogue_of, clipped
from bot.texts import text
from dialogues.prepared import Prepared

KINDS = ("conclusion", "absent", "later")
_CLIPPED, _MOST_SHOWN = 180, 2
"""Characters of each sentence shown, and sentences of an element."""
_POLICE = frozenset({"police"})
OWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "name_behaviour",
                "name_tactics",
                "name_choice",
                "ask_behaviour",
                "more_behaviour",
                "ask_perception",
                "ask_tactics",
                "ask_choice",
                "more_choice",
            ),
            _POLICE,
        ),
        "ask_after": frozenset({"police", "nurse", "security", "social_worker"}),
    }
)
"""Texts that some roles have in the wording of their workplace."""


def worded(lang: str, key: str, role: str) -> str:
    """The text for a role: its own wording where there is one."""
    own = f"{key}_{role}" if role in OWN.get(key, ()) else key
    return text(lang, f"explain.{own}")


def title(found: Review, lang: str) -> str:
    return text(lang, "explain.title", total=found.total)


def told(found: Review, role: str, prepared: Prepared) -> Iterator[Part]:
    """What the points mean, the ten elements, what to look at again, and who judges."""
    lang = prepared.lang
    yield Part("", (text(lang, "explain.about"),))
    for number, element in enumerate(found.elements, start=1):
        yield _element(number, element, lang, role)
    yield from _flags(found, prepared)
    yield Part("", (text(lang, "explain.lawful"), text(lang, "explain.aid")))


def _element(number: int, element: Found, lang: str, role: str) -> Part:
    heading = text(
        lang,
        "explain.head",
        number=number,
        name=worded(lang, f"name_{element.id}", role),
        points=element.points,
    )
    shown = [clipped(sentence, _CLIPPED) for sentence in element.shown[:_MOST_SHOWN]]
    if element.points == MOST:
        return Part(heading, (), quote="\n".join(shown), folded=True)
    question = worded(lang, f"{'more' if element.points else 'ask'}_{element.id}", role)
    return Part(heading, (question,), quote="\n".join(shown))


def _flags(found: Review, prepared: Prepared) -> Iterator[Part]:
    """One part for each flag, the sentence under what is to be looked at."""
    for place, flag in enumerate(sorted(found.flags, key=lambda flag: KINDS.index(flag.kind))):
        heading = text(prepared.lang, "explain.flags") if place == 0 else ""
        line = text(prepared.lang, f"explain.flag_{flag.kind}", what=_what(flag, prepared))
        yield Part(heading, (line,), quote=clipped(flag.sentence, _CLIPPED))


def _what(flag: Flag, prepared: Prepared) -> str:
    """A claim by the name of its deed or act; a conclusion or a fact as it was written."""
    if flag.kind != "absent":
        return flag.what
    words = catalogue_of(prepared)
    if flag.what in words.deeds:
        return words.deeds[flag.what].name
    if flag.what in words.acts:
        return words.acts[flag.what].name
    return text(prepared.lang, f"explain.claim_{flag.what}")
