"""The machines of a scenario as pictures: Mermaid text for documents, or one SVG to open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from dialogues.prepared import moods_of
from dialogues.scenario import Scenario
from state_machines import encounter, mood, relationship
from state_machines.acts import VARIABLES
from state_machines.emotion import Feelings
from state_machines.rules import Rule, mermaid
from state_machines.subject import met_at_first

LADDER_X, ASIDE_X, STEP = 150, 470, 110
"""Where the moods stand, in SVG units: the ladder of tension, those beside it, from row to row."""
_BESIDE = {"frightened": 1, "withdrawn": 3, "despairing": 4}
"""Rows of the moods that stand beside the ladder, counted from the top."""
BOX = (150, 44)
WIDTH = 900


def as_mermaid(scenario: Scenario) -> str:
    """Markdown with four Mermaid diagrams: moods, relationship, encounter, events and endings."""
    moods = moods_of(scenario)
    pictures = {
        "Moods": mermaid(moods, _among(moods, mood.RULES), _at_first(scenario)),
        "Relationship": mermaid(
            relationship.STAGES, relationship.RULES, str(relationship.MACHINE.initial)
        ),
        "Encounter": mermaid(encounter.PHASES, encounter.RULES, str(encounter.MACHINE.initial)),
        "Events and endings": _happenings(scenario),
    }
    return "\n".join(f"## {title}\n\n```mermaid\n{text}```\n" for title, text in pictures.items())


def _at_first(scenario: Scenario) -> str:
    """The mood in which the subject is met."""
    feelings = Feelings(*(getattr(scenario.start, variable) for variable in VARIABLES))
    return met_at_first(feelings, frozenset(moods_of(scenario)))


def _among(moods: Sequence[str], rules: Sequence[Rule]) -> Iterator[Rule]:
    """The rules between these moods only."""
    for rule in rules:
        sources = tuple(source for source in rule.sources if source in moods)
        if sources and rule.dest in moods:
            yield Rule(rule.event, sources, rule.dest, rule.guard)


def _happenings(scenario: Scenario) -> str:
    """What happens in the place and how it can end, each with its condition."""
    lines = ["flowchart LR", "    begin([begin])"]
    for name, event in scenario.events.items():
        lines.append(f'    begin -- "{_plain(event.when)}" --> event_{name}[{name}]')
    for name, ending in scenario.endings.items():
        shape = f"([{name}]):::good" if ending.good else f"[/{name}/]"
        lines.append(f'    begin -- "{_plain(ending.when)}" --> ending_{name}{shape}')
    return "\n".join([*lines, "    classDef good stroke-width:3px"]) + "\n"


def _plain(condition: str) -> str:
    """A condition as a Mermaid label, where < and > are not allowed."""
    return condition.replace("<", "&lt;").replace(">", "&gt;")


def as_svg(title: str, scenario: Scenario) -> str:
    """One SVG: the moods with what leads from one to another, and the endings under them."""
    moods = moods_of(scenario)
    places, first = dict(_places(moods)), _at_first(scenario)
    rows = len(mood.LADDER)
    endings = list(_listed(scenario, 60 + rows * STEP))
    height = 60 + rows * STEP + 24 * (len(endings) + 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="sans-serif" role="img" aria-label="{escape(title)}">',
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
        '<marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto"><path d="M0 0L8 4L0 8z" fill="#445"/></marker>',
        f'<text x="20" y="30" font-size="18" font-weight="bold">{escape(title)}</text>',
        *_arrows(places, list(_among(moods, mood.RULES))),
        *(_box(name, *place, name == first) for name, place in places.items()),
        *endings,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _places(moods: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The middle of each mood's box; tension rises up the page."""
    for row, name in enumerate(reversed(mood.LADDER)):
        if name in moods:
            yield name, (LADDER_X, 80 + row * STEP)
    for name, row in _BESIDE.items():
        if name in moods:
            yield name, (ASIDE_X, 80 + row * STEP)


def _box(name: str, x: int, y: int, first: bool) -> str:
    width, height = BOX
    return (
        f'<rect x="{x - width // 2}" y="{y - height // 2}" width="{width}" height="{height}" '
        f'rx="10" fill="#eef3f8" stroke="#445" stroke-width="{3 if first else 1}"/>'
        f'<text x="{x}" y="{y + 5}" font-size="15" text-anchor="middle">{name}</text>'
    )


def _arrows(places: Mapping[str, tuple[int, int]], rules: Sequence[Rule]) -> Iterator[str]:
    """One arrow for each way between two moods, with what must hold beside it."""
    for rule in rules:
        for source in rule.sources:
            yield _arrow(places[source], places[rule.dest], rule.guard.replace("_", " "))


def _arrow(start: tuple[int, int], end: tuple[int, int], label: str) -> str:
    """Ways up keep to the left and ways down to the right, so that two never lie on each other."""
    (x1, y1), (x2, y2) = start, end
    half_width, half_height = BOX[0] // 2, BOX[1] // 2
    if x1 == x2:
        side = -40 if y2 < y1 else 40
        up = -1 if y2 < y1 else 1
        y1, y2 = y1 + up * half_height, y2 - up * half_height
        x1, x2 = x1 + side, x2 + side
        text_x, anchor = x1 + (side // 5), "end" if side < 0 else "start"
        text_y = (y1 + y2) // 2 + 4
    else:
        across = 1 if x2 > x1 else -1
        x1, x2 = x1 + across * half_width, x2 - across * half_width
        y1, y2 = y1 - across * 9, y2 - across * 9
        share = 0.34
        text_x, anchor = round(x1 + (x2 - x1) * share), "middle"
        text_y = round(y1 + (y2 - y1) * share) - 5
    return (
        f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#445" fill="none" marker-end="url(#tip)"/>'
        f'<text x="{text_x}" y="{text_y}" font-size="11" fill="#445" text-anchor="{anchor}" '
        f'paint-order="stroke" stroke="white" stroke-width="3">{escape(label)}</text>'
    )


def _listed(scenario: Scenario, top: int) -> Iterator[str]:
    """The endings in the order in which they are tried, the good ones in bold."""
    for row, (name, ending) in enumerate(scenario.endings.items()):
        weight = "bold" if ending.good else "normal"
        yield (
            f'<text x="20" y="{top + 24 * row}" font-size="12" font-weight="{weight}">'
            f"{escape(name)}: {escape(_short(ending.when))}</text>"
        )


def _short(condition: str, most: int = 125) -> str:
    return condition if len(condition) <= most else condition[: most - 1] + "…"
