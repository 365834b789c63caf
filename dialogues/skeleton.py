"""A new scenario to start from: complete, playable, lint-clean, with each line to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dialogues.catalogue import load_catalogue
from dialogues.checks.substance import TO_WRITE
from dialogues.library import BEHAVIOUR, SCENARIOS
from dialogues.play import LANGS
from dialogues.prepared import moods_of
from dialogues.reader import parse
from dialogues.scenario import Scenario
from dialogues.validation import validated
from state_machines.acts import Polarity

_TEMPLATE = Path(__file__).parent / "skeleton.yaml"
_HEADER = "# yaml-language-server: $schema={schema}/{kind}.schema.json\n"
_DUTY = {
    "en": "To write. Training aid, not law (dated 2026-11).",
    "fr": "À écrire. Aide à la formation, pas une règle de droit (2026-11).",
}
_POOLS = {"opening": 3, "opening_cue": 3, "puzzled": 8, "repeated": 8, "misheard": 6}
_BEATS = {"guarded": 6, "partial": 6, "open": 6}
_CUES, _TURNS, _REACTIONS, _SILENCES = 12, 6, 3, 8
_HELPFUL = ("reflect", "validate", "open_question", "apologise")
_HARMFUL = ("calm_down", "minimise", "advise", "policy_wall")
_BRIEFING = (
    "situational_factors",
    "subject_behaviours",
    "perceptions",
    "tactical_considerations",
)


def write_skeleton(folder: Path) -> tuple[Path, ...]:
    """Write scenario.yaml, en.yaml and fr.yaml into a new folder and say where.

    Raises:
        FileExistsError: the folder is there already; nothing is written.
    """
    folder.mkdir(parents=True)
    near = folder.parent.resolve() == SCENARIOS.resolve()
    schema = "../../schema" if near else (SCENARIOS.parent / "schema").as_posix()
    behaviour = _TEMPLATE.read_text(encoding="utf-8")
    texts = {BEHAVIOUR: _HEADER.format(schema=schema, kind="scenario") + behaviour}
    scenario = validated(Scenario, parse(behaviour, BEHAVIOUR))
    for lang in LANGS:
        header = _HEADER.format(schema=schema, kind="words")
        texts[f"{lang}.yaml"] = header + words_text(scenario, lang)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(folder / name for name in texts)


def words_text(scenario: Scenario, lang: str) -> str:
    """The text of en.yaml or fr.yaml for a scenario, each line saying where it stands."""
    return "".join(_lines(scenario, lang))


def _lines(scenario: Scenario, lang: str) -> Iterator[str]:
    moods, to_write = moods_of(scenario), TO_WRITE[lang]
    yield "format: 1\n"
    for key in ("title", "teaser", "content_note", "subject"):
        yield f'{key}: "{to_write}, {key}"\n'
    yield f'\nbriefing:\n  role: "{to_write}, role"\n'
    for key in _BRIEFING:
        yield from _pool(2, lang, ("briefing", key), 3)
    yield f'  aim: "{to_write}, aim"\n'
    yield from _pool(0, lang, ("learn",), 3)
    yield f'duty: "{_DUTY[lang]}"\n'
    for key, size in _POOLS.items():
        yield from _pool(0, lang, (key,), size)
    yield from _group(lang, "beats", _BEATS)
    yield from _group(lang, "cues", dict.fromkeys(moods, _CUES))
    yield from _group(lang, "turns", dict.fromkeys(("rising", "easing"), _TURNS))
    yield from _group(lang, "silence", dict.fromkeys(("any", *moods), _SILENCES))
    yield from _group(lang, "reminders", dict.fromkeys(("state_intent", "offer_comfort"), 2))
    yield from _replies(lang, moods)
    yield from _places(scenario, lang)
    yield from _afterwards(scenario, lang)
    yield from _suggestions(lang, moods)


def _pool(indent: int, lang: str, way: tuple[str, ...], size: int) -> Iterator[str]:
    """A `|` block whose lines name the way to it, so that no two are alike."""
    space = " " * indent
    yield f"{space}{way[-1]}: |\n"
    for number in range(1, size + 1):
        yield f"{space}  {TO_WRITE[lang]}, {', '.join(way)}, {number}\n"


def _group(lang: str, group: str, sizes: Mapping[str, int]) -> Iterator[str]:
    yield f"\n{group}:\n"
    for key, size in sizes.items():
        yield from _pool(2, lang, (group, key), size)


def _replies(lang: str, moods: Iterable[str]) -> Iterator[str]:
    families = dict.fromkeys(act.family for act in load_catalogue().acts.values())
    yield "\nreplies:\n"
    for mood in ("any", *moods):
        yield f"  {mood}:\n"
        for key in ("any",) if mood == "any" else ("any", *families):
            yield from _pool(4, lang, ("replies", mood, key), _REACTIONS)


def _places(scenario: Scenario, lang: str) -> Iterator[str]:
    """What belongs to the names that scenario.yaml gives."""
    to_write = TO_WRITE[lang]
    yield "\ntopics:\n"
    for topic in scenario.topics:
        yield f"  {topic}:\n"
        for key in ("ask", "guarded", "partial", "open"):
            yield from _pool(4, lang, ("topics", topic, key), 3)
    for group in ("events", "factors"):
        yield f"\n{group}:\n"
        for name in getattr(scenario, group):
            yield f'  {name}: "{to_write}, {name}"\n'
    yield from _group(lang, "deeds", dict.fromkeys(scenario.deeds, 2))
    yield "\nendings:\n"
    for name in scenario.endings:
        yield f"  {name}:\n"
        for key in ("title", "text", "felt"):
            yield f'    {key}: "{to_write}, {name}, {key}"\n'


def _afterwards(scenario: Scenario, lang: str) -> Iterator[str]:
    """What the debrief needs, and who stands behind the words."""
    to_write = TO_WRITE[lang]
    acts = load_catalogue().acts.values()
    yield "\nfelt:\n"
    for name in scenario.practise:
        yield f'  {name}: "{to_write}, felt, {name}"\n'
    yield "\nbetter:\n"
    for act in acts:
        if act.polarity is Polarity.HARMFUL:
            yield f'  {act.id}: "{to_write}, better, {act.id}"\n'
    yield f'\nambiguous_cue: "{to_write}, ambiguous cue"\n'
    yield f'benign_reading: "{to_write}, benign reading"\n'
    yield f'\ncredits:\n  review: "{to_write}, review"\n'


def _suggestions(lang: str, moods: Iterable[str]) -> Iterator[str]:
    yield "\nsuggestions:\n"
    for mood in moods:
        yield f"  {mood}:\n"
        for number, act in enumerate((*_HELPFUL, *_HARMFUL), 1):
            yield f'    - {{say: "{TO_WRITE[lang]}, {mood}, {number}", acts: [{act}]}}\n'
