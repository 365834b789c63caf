"""The reader: from the trainee's words to acts, topics, and an honest "I did not follow"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

from bot.understanding import combining, gate, guard, subjects
from bot.understanding.evidence import Clause, Evidence, Finder
from bot.understanding.finding import find, find_mirrors
from bot.understanding.languages import language_of, plain
from bot.understanding.splitting import clauses
from dialogues.catalogue import load_catalogue
from state_machines.acts import Polarity, Reading

NO_TOPICS: Mapping[str, Sequence[str]] = MappingProxyType({})


class Reader(Protocol):
    """Understands what the trainee said."""

    def read(
        self,
        text: str,
        *,
        lang: str,
        previous: str = "",
        topics: Mapping[str, Sequence[str]] = NO_TOPICS,
    ) -> Reading:
        """How `text` is understood in `lang` ("en" or "fr"), after the subject said `previous`.

        `topics` maps a topic's id to example questions. Never raises, whatever the text.
        """
        ...


@dataclass(frozen=True, slots=True)
class EvidenceReader:
    """Reads by gathering evidence from its finders and weighing it; `signs` is each act's sign."""

    finders: tuple[Finder, ...]
    signs: Mapping[str, Polarity]

    def read(
        self,
        text: str,
        *,
        lang: str,
        previous: str = "",
        topics: Mapping[str, Sequence[str]] = NO_TOPICS,
    ) -> Reading:
        """See `Reader.read`."""
        said = guard.spoken(guard.clean(text))
        if gate.is_not_addressed(said):
            return Reading(text=text, abstained="not_addressed", words=gate.count(said))
        parts, before = heard(said, lang), guard.clean(previous)
        found = [one for find in self.finders for one in find(parts, before)]
        settled = combining.settle(found)
        asking = {one.clause for one in found if one.act in combining.ASKING}
        whole = " ".join(part.plain for part in parts)
        return Reading(
            text=text,
            acts=tuple(
                combining.read_act(one, parts, self.signs)
                for one in combining.chosen(settled, self.signs)
            ),
            polarity=combining.polarity_of(settled, self.signs),
            topics=subjects.topics_of(parts, asking, topics),
            abstained=self._abstains(settled, parts),
            echo=subjects.echo(whole, plain(before, lang), lang),
            words=gate.count(said),
        )

    def _abstains(self, settled: Sequence[Evidence], parts: Sequence[Clause]) -> str:
        if combining.reads_two_ways(settled, self.signs):
            return "two_ways"
        return "" if settled or gate.is_plain(parts) else "unsure"


def heard(said: str, lang: str) -> tuple[Clause, ...]:
    """The clauses of a move, each in the language it is in; a bilingual crew may switch."""
    return tuple(
        Clause(text, plain(text, spoken_in), spoken_in)
        for text in clauses(said)
        for spoken_in in (language_of(text, lang),)
    )


@lru_cache(maxsize=1)
def rules_reader() -> Reader:
    """The reader by rules alone; built once, then shared."""
    acts = load_catalogue().acts
    signs = MappingProxyType({name: act.polarity for name, act in acts.items()})
    return EvidenceReader((find, find_mirrors), signs)
