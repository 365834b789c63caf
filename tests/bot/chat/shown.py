"""Cards to render in tests: one of each kind, with awkward words in them."""

from bot.practice import cards
from bot.practice.cards import Card, DeedChoice, Section, StanceChoice
from bot.practice.commands import After, AskExport, AskProgress
from dialogues.reply import Reply
from dialogues.scenario import Briefing

TOKEN = "tok3n_-8"
AWKWARD = "<b>5 & 3</b>"
BRIEFING = Briefing(
    role="You are on shift.",
    situational_factors="A waiting room.\nTwo in the morning.",
    subject_behaviours="He shouts.",
    perceptions=f"About sixty. {AWKWARD}",
    tactical_considerations="Two doors.",
    aim="Find out what is going on.",
)
STANCES = (
    StanceChoice("distance", "close", "Up close", held=False),
    StanceChoice("distance", "talking", "Talking distance", held=True),
    StanceChoice("distance", "back", "Well back", held=False),
    StanceChoice("hands", "at_sides", "At your sides", held=False),
    StanceChoice("hands", "open", "Open hands", held=True),
    StanceChoice("hands", "crossed", "Arms crossed", held=False),
    StanceChoice("hands", "pockets", "In pockets", held=False),
)
DEEDS = (
    DeedChoice("bring_water", "Bring water", chosen=True),
    DeedChoice("clear_onlookers", "Clear onlookers", chosen=False),
    DeedChoice("nod_and_listen", "Nod and listen", chosen=False),
)


def panel(page: str = "main", *, fresh: bool = False, lines: tuple[str, ...] = ()) -> cards.Panel:
    return cards.Panel(
        TOKEN,
        3,
        page,
        lines=lines,
        coach=f"Naming it helped. {AWKWARD}" if lines else "",
        posture=("Open hands", "Seated"),
        deeds_chosen=("Bring water",),
        stances=STANCES,
        deeds=DEEDS,
        fresh=fresh,
    )


CARDS: dict[str, Card] = {
    "notice": cards.Notice(),
    "languages": cards.Languages(),
    "languages, French chosen": cards.Languages("fr"),
    "scenarios": cards.ScenarioList(
        (
            cards.ScenarioItem(
                "er_waiting_room", f"Six hours {AWKWARD}", 2, 12, ("nurse", "security")
            ),
            cards.ScenarioItem("bus", "The last bus", 4, 1, ("police",)),
        )
    ),
    "no scenarios": cards.ScenarioList(()),
    "briefing": cards.BriefingCard(
        "er_waiting_room",
        "Six hours",
        AWKWARD,
        BRIEFING,
        ("Hear the fear",),
        "Ask and tell.",
        "Shouting.",
    ),
    "briefing, two roles": cards.BriefingCard(
        "er_waiting_room",
        "Six hours",
        "A father waits.",
        BRIEFING,
        ("Hear the fear",),
        "Ask and tell.",
        "Shouting.",
        ("nurse", "security"),
    ),
    "agreement": cards.Agreement("night_ward", f"The night {AWKWARD}", 1, ("nurse",)),
    "agreement, two roles": cards.Agreement(
        "er_waiting_room", "Six hours", 1, ("nurse", "security")
    ),
    "levels": cards.Levels("auto"),
    "levels, harder chosen": cards.Levels("harder"),
    "heard": cards.Heard(
        "Mr. Singh",
        Reply(
            said=f"*He turns.* Six hours! {AWKWARD}",
            cue="His jaw is tight.",
            event="A door bangs.",
            deed="He takes the cup.",
        ),
    ),
    "heard, only an action": cards.Heard("Mr. Singh", Reply(said="*He waits too.*")),
    "heard, nothing": cards.Heard("Mr. Singh", Reply()),
    "panel": panel(),
    "panel, learning and fresh": panel(fresh=True, lines=("Why don't you sit?", AWKWARD, "C", "D")),
    "panel, assessed": cards.Panel(TOKEN, 3, "main", assessed=True, fresh=True),
    "panel, body": panel("body"),
    "panel, deeds": panel("deeds"),
    "panel, risk: behaviour": cards.Panel(
        TOKEN,
        3,
        "risk",
        risk=tuple(
            cards.RiskChoice(f"level.{level}", level)
            for level in ("cooperative", "passive_resistant")
        ),
        asking="level",
        fresh=True,
    ),
    "panel, risk: factors": cards.Panel(
        TOKEN,
        3,
        "risk",
        risk=(
            cards.RiskChoice("factor.0", "crowd", chosen=True, name="A full room is watching"),
            cards.RiskChoice("factor.1", "pain", name=AWKWARD[:40]),
        ),
        asking="factors",
    ),
    "panel, risk: what changed": cards.Panel(
        TOKEN,
        3,
        "risk",
        risk=tuple(cards.RiskChoice(f"changed.{c}", c) for c in ("easing", "steady", "rising")),
        asking="changed",
    ),
    "panel gone": cards.PanelGone(),
    "ending": cards.EndingCard("He waits", f"He sits down. {AWKWARD}"),
    "rating": cards.SelfRating(TOKEN),
    "rating, assessed": cards.SelfRating(TOKEN, assessed=True),
    "debrief": cards.DebriefCard(
        b"png",
        f"Trust 20 to 60. {AWKWARD}",
        (
            Section(
                "What moved him", ("You named the fear.",), quote=f"You sound scared {AWKWARD}"
            ),
            Section("Turn by turn", ("1: trust +4", "2: trust -2"), folded=True),
        ),
        "er_waiting_room",
    ),
    "report": cards.Report(
        f"Your skills {AWKWARD}",
        (Section("Listening", ("3 of 5",)), Section("Pace", (AWKWARD,), folded=True)),
        (
            cards.Choice("Skills", After(TOKEN, "skills")),
            cards.Choice("Export", AskExport(TOKEN)),
            cards.Choice("Progress", AskProgress()),
        ),
        columns=2,
    ),
    "document": cards.Document("stepdown-bus-2026-11-30.html", b"<p>", f"The bus {AWKWARD}"),
    "stopped inside": cards.Stopped(was_inside=True),
    "stopped outside": cards.Stopped(was_inside=False),
    "confirm deletion": cards.ConfirmDeletion(),
    "deleted": cards.Deleted(),
    "plain": cards.Plain("practice.you_said", {"line": AWKWARD}),
    "toast": cards.Toast("practice.over_toast"),
}
