"""From the list of scenarios through the briefing to the first words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.practice import awaiting, levels
from bot.practice.agreement import ASSESS, VERSION, Assessed
from bot.practice.cards import (
    Agreement,
    BriefingCard,
    Card,
    Plain,
    ScenarioItem,
    ScenarioList,
)
from bot.practice.panel import heard, panel, reshown
from bot.practice.session import Pending, Session, state_at_first
from bot.practice.tools import Tools, find, playable
from bot.store import encounters
from bot.store.people import Person
from bot.store.work import Tx
from dialogues.play import Play
from dialogues.prepared import prepare
from dialogues.turn import begin as begin_scene
from state_machines.calibration import USUAL

MODES = ("learn", "practise", ASSESS)


def scenario_list(tools: Tools, lang: str) -> ScenarioList:
    """All scenarios that load, in one language, gentlest first."""
    items = [
        ScenarioItem(
            play.id,
            play.words[lang].title,
            play.scenario.difficulty,
            play.scenario.minutes,
            tuple(play.scenario.roles),
        )
        for play in playable(tools.library)
    ]
    return ScenarioList(tuple(sorted(items, key=lambda item: (item.difficulty, item.title))))


def pick(tx: Tx, tools: Tools, person: Person, scenario: str) -> Sequence[Card]:
    """The briefing of one scenario."""
    running = encounters.current(tx, person.id)
    if running:
        return [Plain("practice.still_running"), *reshown(tx, tools, running)]
    play = find(tools.library, scenario)
    if play is None:
        return [Plain("practice.no_such_scenario"), scenario_list(tools, person.lang)]
    return [briefing_card(play, person.lang)]


def briefing_card(play: Play, lang: str) -> BriefingCard:
    """The briefing of a scenario in one language."""
    words = play.words[lang]
    return BriefingCard(
        play.id,
        words.title,
        words.teaser,
        words.briefing,
        tuple(line.strip() for line in words.learn.splitlines() if line.strip()),
        words.duty,
        words.content_note,
        tuple(play.scenario.roles),
    )


def begin(
    tx: Tx, tools: Tools, person: Person, scenario: str, mode: str, role: str = "", agreed: int = 0
) -> Sequence[Card]:
    """The encounter begins: the subject is seen and heard, and the panel appears.

    One that is to be assessed begins only where the agreement, as it now stands, is agreed to.
    """
    running = encounters.current(tx, person.id)
    if running:
        return [Plain("practice.still_running"), *reshown(tx, tools, running)]
    play = find(tools.library, scenario)
    if play is None or mode not in MODES or (role and role not in play.scenario.roles):
        return [Plain("practice.no_such_scenario"), scenario_list(tools, person.lang)]
    if mode == ASSESS and (agreed != VERSION or (len(play.scenario.roles) > 1 and not role)):
        return [agreement(play, person.lang)]
    return _begun(tx, tools, person, play, mode, role)


def agreement(play: Play, lang: str) -> Agreement:
    """What it means to be assessed in a scenario; nothing has begun yet."""
    return Agreement(play.id, play.words[lang].title, VERSION, tuple(play.scenario.roles))


def _begun(
    tx: Tx, tools: Tools, person: Person, play: Play, mode: str, role: str
) -> Sequence[Card]:
    awaiting.leave(tx, person.id)
    prepared, seed = prepare(play, person.lang), tools.fresh_seed()
    level = USUAL if mode == ASSESS else levels.level_for(tx, person)
    assessed = Assessed(VERSION, tx.now) if mode == ASSESS else None
    scene, reply = begin_scene(prepared, seed, level)
    encounters.pin_scenario(tx, play.hash, play.id, play.content())
    row = encounters.begin(
        tx,
        person.id,
        scenario_id=play.id,
        scenario_hash=play.hash,
        lang=person.lang,
        mode=mode,
        seed=seed,
        state=state_at_first(scene, role, assessed),
        phase=scene.subject.phase,
    )
    session = Session(row, scene, prepared, Pending(), role=role, assessed=assessed)
    said = [] if level == USUAL else [Plain(f"practice.level_{level}")]
    return [*said, heard(session, reply), panel(session, fresh=True)]
