"""Checks that every name in a scenario is the name of something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogues.catalogue import FEELINGS
from dialogues.checks.sheet import BEHAVIOUR, Sheet
from dialogues.conditions import ConditionError, parse_condition
from dialogues.diagnostics import Problem, did_you_mean
from dialogues.play import LANGS
from dialogues.reader import Keys
from dialogues.scenario import Scenario


def check(sheet: Sheet) -> Iterator[Problem]:
    """Names of acts, families, deeds, needs, topics, events, endings and placeholders."""
    yield from _behaviour(sheet)
    yield from _links(sheet)
    yield from _deeds(sheet)
    yield from _conditions(sheet)
    for lang in LANGS:
        yield from _words(sheet, lang)
    yield from _placeholders(sheet)


def conditions(scenario: Scenario) -> Iterator[tuple[Keys, str]]:
    """Every condition of a scenario and the way to it."""
    for name, topic in scenario.topics.items():
        yield ("topics", name, "partial"), topic.partial
        yield ("topics", name, "open"), topic.open
    for name, event in scenario.events.items():
        yield ("events", name, "when"), event.when
    for name, deed in scenario.deeds.items():
        if deed.when is not None:
            yield ("deeds", name, "when"), deed.when
    for name, ending in scenario.endings.items():
        yield ("endings", name, "when"), ending.when
    for name, factor in scenario.factors.items():
        if factor.when is not None:
            yield ("factors", name, "when"), factor.when
    for name, moment in scenario.risk_checks.items():
        yield ("risk_checks", name), moment


def _unknown(
    sheet: Sheet, part: str, keys: Keys, kind: str, name: str, known: Iterable[str]
) -> Iterator[Problem]:
    """A problem at `keys` unless `name` is known; at the key when it is the name itself."""
    if name not in (known := tuple(known)):
        at = sheet.at_key if keys[-1] == name else sheet.at_value
        yield at("D021", part, keys, kind=kind, name=name, hint=did_you_mean(name, known))


def _behaviour(sheet: Sheet) -> Iterator[Problem]:
    scenario, acts = sheet.scenario, sheet.catalogue.acts
    places: list[tuple[Keys, str, str, Iterable[str]]] = [
        (("subject", "persona"), "persona", scenario.subject.persona, sheet.personas),
        (("duty",), "act", scenario.duty, acts),
    ]
    for index, name in enumerate(scenario.practise):
        trained = (*acts, *sheet.catalogue.deeds)
        places.append((("practise", index), "act or deed", name, trained))
    for name in scenario.subject.sensitivity:
        weighed = (*acts, *sheet.families)
        places.append((("subject", "sensitivity", name), "act or family", name, weighed))
    for name in scenario.feels:
        places.append((("feels", name), "feeling", name, FEELINGS))
    for need, by in scenario.needs.items():
        for index, name in enumerate(by):
            places.append((("needs", need, index), "act", name, acts))
    for keys, kind, name, known in places:
        yield from _unknown(sheet, BEHAVIOUR, keys, kind, name, known)


def _links(sheet: Sheet) -> Iterator[Problem]:
    scenario = sheet.scenario
    known: dict[str, Iterable[str]] = {
        "act": sheet.catalogue.acts,
        "topic": scenario.topics,
        "deed": sheet.catalogue.deeds,
    }
    for group, links in (("hooks", scenario.hooks), ("triggers", scenario.triggers)):
        for index, link in enumerate(links):
            keys: Keys = (group, index, "on")
            kind, name = link.on.split()
            yield from _unknown(sheet, BEHAVIOUR, keys, kind, name, known[kind])
            if kind == "deed" and name in known["deed"]:
                yield from _absent_deed(sheet, keys, link.on, name)


def _absent_deed(
    sheet: Sheet, keys: Keys, term: str, name: str, part: str = BEHAVIOUR
) -> Iterator[Problem]:
    if name not in sheet.scenario.deeds:
        why = f"deed `{name}` is not among the deeds of this scenario"
        yield sheet.at_value("D023", part, keys, term=term, why=why)


def _deeds(sheet: Sheet) -> Iterator[Problem]:
    here = set(sheet.scenario.roles)
    for name, deed in sheet.scenario.deeds.items():
        keys = ("deeds", name)
        yield from _unknown(sheet, BEHAVIOUR, keys, "deed", name, sheet.catalogue.deeds)
        if deed.meets is not None:
            needs = sheet.scenario.needs
            yield from _unknown(sheet, BEHAVIOUR, (*keys, "meets"), "need", deed.meets, needs)
        known = sheet.catalogue.deeds.get(name)
        if known and known.roles and not here & set(known.roles):
            yield sheet.at_key(
                "D024",
                BEHAVIOUR,
                keys,
                deed=name,
                allowed=", ".join(known.roles),
                roles=", ".join(sheet.scenario.roles),
            )


def _conditions(sheet: Sheet) -> Iterator[Problem]:
    scenario = sheet.scenario
    known: dict[str, tuple[str, Iterable[str]]] = {
        "said": ("act", sheet.catalogue.acts),
        "did": ("deed", sheet.catalogue.deeds),
        "met": ("need", scenario.needs),
        "told": ("topic", scenario.topics),
        "event": ("event", scenario.events),
    }
    for part, keys, text in _everywhere(sheet):
        try:
            terms = parse_condition(text)
        except ConditionError as error:
            yield sheet.at_value("D020", part, keys, why=error)
            continue
        for term in terms:
            if term.left not in known:
                continue
            kind, names = known[term.left]
            yield from _unknown(sheet, part, keys, kind, term.right, names)
            if kind == "deed" and term.right in names:
                yield from _absent_deed(sheet, keys, term.text, term.right, part)


def _everywhere(sheet: Sheet) -> Iterator[tuple[str, Keys, str]]:
    """Every condition with the file it stands in: of behaviour and of suggested lines."""
    for keys, text in conditions(sheet.scenario):
        yield BEHAVIOUR, keys, text
    for lang in LANGS:
        for mood, offered in sheet.words[lang].suggestions.items():
            for index, line in enumerate(offered):
                if line.when is not None:
                    yield lang, ("suggestions", mood, index, "when"), line.when


def _words(sheet: Sheet, lang: str) -> Iterator[Problem]:
    words, acts, deeds = sheet.words[lang], sheet.catalogue.acts, sheet.catalogue.deeds
    answered = (*acts, *sheet.families, "any")
    for mood, blocks in words.replies.items():
        for name in blocks:
            keys: Keys = ("replies", mood, name)
            yield from _unknown(sheet, lang, keys, "act or family", name, answered)
    for name in words.reminders:
        yield from _unknown(sheet, lang, ("reminders", name), "act", name, acts)
    for name in words.felt:
        yield from _unknown(sheet, lang, ("felt", name), "act or deed", name, (*acts, *deeds))
    for name in words.better:
        keys = ("better", name)
        yield from _unknown(sheet, lang, keys, "harmful act", name, sheet.harmful)
    for mood, offered in words.suggestions.items():
        for index, suggestion in enumerate(offered):
            for position, name in enumerate(suggestion.acts):
                keys = ("suggestions", mood, index, "acts", position)
                yield from _unknown(sheet, lang, keys, "act", name, acts)


_PLACEHOLDER = re.compile(r"\{([^{}]*)\}|[{}]")


def placeholders(text: str) -> frozenset[str]:
    """The names between braces; a lone brace counts as itself."""
    return frozenset(found[1] or found[0] for found in _PLACEHOLDER.finditer(text))


def _placeholders(sheet: Sheet) -> Iterator[Problem]:
    known = sheet.scenario.draw
    for line in sheet.lines:
        for name in placeholders(line.text) - set(known):
            hint = did_you_mean(name, known) or "; name it under `draw` or write no braces"
            yield sheet.at_line("D022", line, name=name, hint=hint)
        if line.keys[0] in _UNFILLED or line.keys[-1] == "ask":
            for name in sorted(placeholders(line.text) & set(known)):
                yield sheet.at_line("D053", line, name=name)


_UNFILLED = (
    "title",
    "teaser",
    "content_note",
    "subject",
    "briefing",
    "learn",
    "duty",
    "factors",
    "ambiguous_cue",
    "benign_reading",
    "credits",
)
"""What is shown, or learnt from, before or without an encounter that has drawn its names."""
