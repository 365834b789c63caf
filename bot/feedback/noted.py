"""What was kept on the pages after the end, to be read again: the account, and the forks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.feedback.articulation.account import PARTS
from bot.feedback.debrief import Part
from bot.feedback.wording import filled
from bot.texts import text
from dialogues.prepared import Prepared

OWN_ACCOUNT, FORKS = "explain", "whatif"
"""The pages whose notes belong into a transcript."""


def account(notes: Mapping[str, Any], lang: str) -> tuple[Part, ...]:
    """The trainee's own finished account, part by part; empty when there is none."""
    return tuple(
        Part(text(lang, f"explain.title_{part}"), (words,))
        for part, words in account_data(notes).items()
    )


def account_data(notes: Mapping[str, Any]) -> dict[str, str]:
    """The finished account as plain data: the words by part; parts left empty are not there."""
    written = notes.get(OWN_ACCOUNT, {}).get("written", {})
    return {part: written[part] for part in PARTS if written.get(part, "").strip()}


def forks(
    notes: Mapping[str, Any], prepared: Prepared, drawn: Mapping[str, str]
) -> tuple[Part, ...]:
    """Each other way that was tried: the turn, the words, what came of them, the ending."""
    lang = prepared.lang
    return tuple(
        Part(
            text(lang, "progress.file_turn", n=one["turn"]),
            tuple(line for line in _lines(one, prepared, drawn) if line),
        )
        for one in forks_data(notes)
    )


def forks_data(notes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The forks as plain data: turn, words, what was seen and heard at once, id of the ending."""
    return [
        {
            "turn": one["turn"],
            "said": one["words"],
            **reply_data(next(iter(one["replies"]), {})),
            "ending": one["ending"],
        }
        for one in notes.get(FORKS, ())
    ]


def reply_data(reply: Mapping[str, Any]) -> dict[str, Any]:
    """A stored reply as what was seen and what was heard."""
    seen = {name: reply.get(name, "") for name in ("event", "deed", "cue")}
    return {"seen": seen, "heard": reply.get("said", "")}


def _lines(one: Mapping[str, Any], prepared: Prepared, drawn: Mapping[str, str]) -> Iterator[str]:
    ending = prepared.words.endings.get(one["ending"])
    yield one["said"]
    yield from one["seen"].values()
    if one["heard"]:
        yield text(
            prepared.lang,
            "progress.file_answered",
            subject=prepared.words.subject,
            words=one["heard"],
        )
    if ending:
        title = filled(ending.title, drawn)
        yield text(prepared.lang, "progress.history_ending", title=title)
