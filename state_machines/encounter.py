"""The encounter machine: from the briefing to the debrief, with pause and stop from anywhere."""

from __future__ import annotations

from state_machines.rules import Rule, build

PHASES = (
    "briefed",
    "contact",
    "engaged",
    "closing",
    "ended",
    "articulated",
    "debriefed",
    "paused",
    "stopped",
)
LIVE = ("contact", "engaged", "closing")
FINAL = ("debriefed", "stopped")

RULES = (
    Rule("begin", ("briefed",), "contact"),
    Rule("proceed", ("contact",), "engaged", "has_exchanged"),
    Rule("proceed", ("engaged",), "closing", "is_ready_to_close"),
    Rule("proceed", ("closing",), "engaged", "is_not_ready_to_close"),
    Rule("end", LIVE, "ended"),
    Rule("articulate", ("ended",), "articulated"),
    Rule("debrief", ("ended", "articulated"), "debriefed"),
    Rule("pause", ("briefed", *LIVE), "paused"),
    Rule("resume", ("paused",), "contact", "was_in_contact"),
    Rule("resume", ("paused",), "engaged", "was_engaged"),
    Rule("resume", ("paused",), "closing", "was_closing"),
    Rule("resume", ("paused",), "briefed"),
    Rule("stop", tuple(p for p in PHASES if p not in FINAL), "stopped"),
)

MACHINE = build("phase", PHASES, RULES, "briefed")
