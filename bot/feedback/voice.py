"""The subject out of role: how what was said and done felt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.feedback.causes import Cause, causes
from bot.feedback.wording import catalogue_of, filled, quoted
from bot.texts import text
from dialogues.prepared import Prepared
from dialogues.records import Turn

MOST = 3
_SENTENCE = 90


def voice(turns: Sequence[Turn], prepared: Prepared, drawn: Mapping[str, str]) -> tuple[str, ...]:
    """Up to three "when you ...": what weighed most, one good and one bad if there are both; then
    how the ending felt."""
    told = [_told(cause, prepared, drawn) for cause in _weightiest(turns, prepared, drawn)]
    ending = prepared.words.endings.get(turns[-1].ending) if turns else None
    last = filled(ending.felt, drawn) if ending else ""
    return (*told, *([text(prepared.lang, "feedback.felt_ending", felt=last)] if last else []))


def _weightiest(turns: Sequence[Turn], prepared: Prepared, drawn: Mapping[str, str]) -> list[Cause]:
    """The causes with something to say about them, in the order they happened."""
    felt = {name for name, line in prepared.words.felt.items() if filled(line, drawn)}
    strongest: dict[str, Cause] = {}
    for turn in turns:
        for cause in causes(turn.change):
            known = strongest.get(cause.name)
            if (
                cause.kind in ("act", "deed")
                and cause.name in felt
                and (not known or abs(cause.weight) > abs(known.weight))
            ):
                strongest[cause.name] = cause
    order = sorted(strongest.values(), key=lambda cause: -abs(cause.weight))
    good = [cause for cause in order if cause.weight >= 0][:1]
    bad = [cause for cause in order if cause.weight < 0][:1]
    chosen = list(dict.fromkeys(cause.name for cause in (*good, *bad, *order)))[:MOST]
    return [cause for name, cause in strongest.items() if name in chosen]


def _told(cause: Cause, prepared: Prepared, drawn: Mapping[str, str]) -> str:
    lang, felt = prepared.lang, filled(prepared.words.felt[cause.name], drawn)
    if cause.sentence:
        return text(
            lang, "feedback.felt_said", words=quoted(cause.sentence, lang, _SENTENCE), felt=felt
        )
    words = catalogue_of(prepared)
    known = words.deeds if cause.kind == "deed" else words.acts
    return text(lang, "feedback.felt_done", name=known[cause.name].name, felt=felt)
