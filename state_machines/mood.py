"""The subject machine: how the subject is, entered and left at different thresholds."""

from __future__ import annotations

from state_machines.rules import Rule, build

MOODS = (
    "settled",
    "uneasy",
    "agitated",
    "hostile",
    "assaultive",
    "withdrawn",
    "frightened",
    "despairing",
)
LADDER = MOODS[:5]
"""The moods of rising tension; `withdrawn`, `frightened` and `despairing` stand beside them."""

RULES = (
    Rule("feel", ("hostile",), "assaultive", "boils_over"),
    Rule("feel", ("assaultive",), "hostile", "backs_off"),
    Rule("feel", ("uneasy", "agitated"), "frightened", "takes_fright"),
    Rule("feel", ("agitated",), "hostile", "turns_hostile"),
    Rule("feel", ("frightened",), "hostile", "lashes_out"),
    Rule("feel", ("settled", "uneasy", "withdrawn"), "despairing", "despairs"),
    Rule("feel", ("settled", "uneasy"), "withdrawn", "withdraws"),
    Rule("feel", ("uneasy", "withdrawn"), "agitated", "gets_agitated"),
    Rule("feel", ("settled",), "uneasy", "grows_uneasy"),
    Rule("feel", ("hostile",), "agitated", "cools"),
    Rule("feel", ("frightened",), "agitated", "fear_eases"),
    Rule("feel", ("agitated",), "uneasy", "calms"),
    Rule("feel", ("despairing",), "withdrawn", "despair_lifts"),
    Rule("feel", ("withdrawn",), "uneasy", "comes_back"),
    Rule("feel", ("uneasy",), "settled", "settles"),
)
"""Read top-down: the first rule whose guard holds moves the subject, one step a turn."""

MACHINE = build("mood", MOODS, RULES, "uneasy")
