"""How the person's skills have gone from one encounter to the next, in words and small bars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.feedback.figures import bar, figure
from bot.feedback.progress import (
    CRITICAL,
    CRITICAL_LEAST,
    TOTAL_LEAST,
    Progress,
    Run,
    Skill,
    progress,
    way,
)
from bot.practice.cards import Card, Choice, Report, Section
from bot.practice.commands import AskHistory
from bot.practice.earlier import LOOK_BACK, run_of
from bot.practice.history import nothing, rated, unrated
from bot.practice.restoring import restored_score
from bot.practice.tools import Tools, find
from bot.store.people import Person
from bot.store.work import Tx
from bot.texts import counted, text


def shown(tx: Tx, tools: Tools, person: Person) -> Sequence[Card]:
    """The person's progress over their own encounters that came to an ending."""
    rows, waiting, lang = rated(tx, person, LOOK_BACK), unrated(tx, person), person.lang
    if not rows:
        return waiting or nothing(person)
    runs, titles = list[Run](), dict[str, str]()
    for row in reversed(rows):
        read = restored_score(tx, tools, row)
        if read:
            (session, score), play = read, find(tools.library, row.scenario_id)
            runs.append(run_of(row, score))
            words = play.words[lang] if play else session.prepared.words
            titles[row.scenario_id] = words.title
    sections = _sections(runs, titles, len(rows) - len(runs), lang)
    choice = Choice(text(lang, "progress.history_button"), AskHistory())
    return [Report(text(lang, "progress.progress_title"), sections, (choice,)), *waiting]


def _sections(
    runs: Sequence[Run], titles: Mapping[str, str], unreadable: int, lang: str
) -> tuple[Section, ...]:
    """What the runs tell, and how many more can no longer be read."""
    left_out = [counted(lang, "progress.progress_unreadable", unreadable)] if unreadable else []
    if not runs:
        return (Section("", tuple(left_out)),)
    found = progress(runs)
    return (
        Section("", (*_intro(found, lang), *left_out)),
        *(_skill(skill, lang) for skill in found.skills),
        Section(text(lang, "progress.mastery"), tuple(_mastery(found, titles, lang))),
    )


def _intro(found: Progress, lang: str) -> Iterator[str]:
    yield counted(lang, "progress.progress_intro", found.runs)
    yield text(lang, "progress.progress_intro_2")
    if found.helped:
        yield counted(lang, "progress.progress_helped", found.helped)


def _skill(skill: Skill, lang: str) -> Section:
    name = _name(skill.id, lang)
    heading = text(lang, "progress.skill_critical", name=name) if skill.critical else name
    if skill.mean is None or skill.first is None or skill.latest is None:
        return Section(heading, (text(lang, "progress.skill_none"),))
    mean = counted(
        lang,
        "progress.skill_mean",
        skill.runs,
        bar=bar(skill.mean),
        mean=figure(skill.mean, lang),
    )
    if skill.told == 1:
        return Section(heading, (mean, text(lang, "progress.skill_once")))
    compared = text(
        lang,
        "progress.skill_compared",
        first=figure(skill.first, lang),
        latest=figure(skill.latest, lang),
        way=text(lang, f"progress.way_{way(skill.first, skill.latest)}"),
    )
    return Section(heading, (mean, compared))


def _mastery(found: Progress, titles: Mapping[str, str], lang: str) -> Iterator[str]:
    """What it takes, in which scenarios it was shown, what the latest encounter lacked of it."""
    yield text(
        lang,
        "progress.mastery_rule",
        names=", ".join(_name(name, lang) for name in CRITICAL),
        critical=figure(CRITICAL_LEAST, lang),
        total=figure(TOTAL_LEAST, lang),
    )
    where = "shown" if found.mastered else "some" if found.shown else "nowhere"
    named = ", ".join(titles[scenario] for scenario in found.shown)
    yield text(lang, f"progress.mastery_{where}", **({"titles": named} if named else {}))
    yield _latest(found, lang)
    yield text(lang, "progress.mastery_not")


def _latest(found: Progress, lang: str) -> str:
    """What the latest encounter lacked of mastery, among those that can show it."""
    if not found.alone:
        return text(lang, "progress.mastery_none_alone")
    which = "_alone" if found.helped else ""
    lacks = [_name(name, lang) for name in found.lacking]
    if lacks:
        return text(lang, f"progress.mastery_lacking{which}", names=", ".join(lacks))
    return text(lang, f"progress.mastery_met{which}")


def _name(skill: str, lang: str) -> str:
    if skill in ("total", "ending"):
        return text(lang, f"progress.mastery_{skill}")
    return text(lang, f"feedback.rubric_{skill}")
