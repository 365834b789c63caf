"""The reader: from the trainee's words to acts, topics, and an honest "I did not follow"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from bot.understanding import combining, fingerprint, gate, guard, subjects, weighing
from bot.understanding.encoder import Encoder, sentence_encoder
from bot.understanding.evidence import Clause, Evidence, Finder
from bot.understanding.exemplars import Exemplar, nearest
from bot.understanding.finding import find, find_mirrors
from bot.understanding.head import SHIPPED, Head, HeadError, load
from bot.understanding.languages import language_of, plain
from bot.understanding.names import nameless
from bot.understanding.spelling import mended
from bot.understanding.splitting import clauses
from bot.understanding.weighing import Likely, likely
from dialogues.catalogue import load_catalogue
from dialogues.turn import IMPLIED
from state_machines.acts import Polarity, ReadAct, Reading

NO_TOPICS: Mapping[str, Sequence[str]] = MappingProxyType({})

PLAINLY = 0.3
"""Probability of no act from which words without any are a plain statement, not a riddle."""


class Reader(Protocol):
    """Understands what the trainee said."""

    @property
    def version(self) -> str:
        """Short, and the same until the rules, the words, the head or the encoder change.

        It does not cover what a reading rests on besides: the catalogue and the scenario, which
        have versions of their own, and the `exemplars`.
        """
        ...

    def read(
        self,
        text: str,
        *,
        lang: str,
        previous: str = "",
        earlier: Sequence[str] = (),
        topics: Mapping[str, Sequence[str]] = NO_TOPICS,
        exemplars: Sequence[Exemplar] = (),
    ) -> Reading:
        """How `text` is understood in `lang` ("en" or "fr"), after the subject said `previous`.

        `earlier` holds what the subject said before that; `topics` maps a topic's id to example
        questions; `exemplars` are corrections to follow.
        Never raises, whatever the text.
        """
        ...


@dataclass(frozen=True, slots=True)
class EvidenceReader:
    """Reads by gathering evidence and weighing it; `signs` is each act's sign.

    Without a `head` the rules of `finders` are believed as they are. `version` as of `Reader`.
    """

    finders: tuple[Finder, ...]
    signs: Mapping[str, Polarity]
    head: Head | None = None
    encoder: Encoder | None = None
    version: str = ""

    def read(
        self,
        text: str,
        *,
        lang: str,
        previous: str = "",
        earlier: Sequence[str] = (),
        topics: Mapping[str, Sequence[str]] = NO_TOPICS,
        exemplars: Sequence[Exemplar] = (),
    ) -> Reading:
        """See `Reader.read`."""
        said = guard.spoken(guard.clean(text))
        if gate.is_not_addressed(said):
            return Reading(text=text, abstained="not_addressed", words=gate.count(said))
        parts, before = heard(said, lang), nameless(guard.clean(previous), lang)
        found = [one for find in self.finders for one in find(parts, before)]
        asked = self.head if not gate.is_small(said) else None
        seen = likely(asked, self.encoder, parts, before, found) if asked else None
        if seen and seen.is_elsewhere and not any(one.alone for one in found):
            return Reading(text=text, abstained="not_addressed", words=gate.count(said))
        settled, abstained = self._settled(seen, parts, found)
        settled = list(combining.surest(_whose(one, parts) for one in settled).values())
        reading = Reading(
            text=text,
            acts=tuple(
                combining.read_act(one, parts, self.signs)
                for one in combining.chosen(settled, self.signs)
            ),
            polarity=combining.polarity_of(settled, self.signs),
            topics=self._topics(said, lang, settled, topics) if topics else (),
            abstained=abstained,
            echo=subjects.echo(
                parts, (*(nameless(one, lang) for one in earlier), before), lang, self.encoder
            ),
            words=gate.count(said),
            harm=seen.harm if seen else combining.harm(settled, self.signs),
        )
        near = nearest(said, lang, exemplars, self.encoder) if exemplars else None
        return self._corrected(reading, *near) if near else reading

    def _settled(
        self, seen: Likely | None, parts: Sequence[Clause], found: Sequence[Evidence]
    ) -> tuple[Sequence[Evidence], str]:
        """The evidence that stands, and why the reading abstains, if it does."""
        if seen is None:
            standing: Sequence[Evidence] = combining.settle(found)
            two_ways = combining.reads_two_ways(standing, self.signs)
            plainly = gate.is_plain(parts)
        else:
            harmful = [self.signs[act] is Polarity.HARMFUL for act in seen.acts]
            weighed = weighing.weigh(seen, parts, found, harmful)
            standing, two_ways = weighed.standing, weighed.two_ways
            plainly = seen.neutral >= PLAINLY
        if two_ways:
            return standing, "two_ways"
        return standing, "" if standing or plainly else "unsure"

    def _topics(
        self,
        said: str,
        lang: str,
        seen: Sequence[Evidence],
        topics: Mapping[str, Sequence[str]],
    ) -> tuple[str, ...]:
        parts = heard(said, lang, named=True)
        asking = {one.clause for one in seen if one.act in combining.ASKING}
        asked = (IMPLIED.get(one.act, "") for one in seen)
        plainly = tuple(dict.fromkeys(topic for topic in asked if topic in topics))
        near = subjects.topics_of(parts, asking, topics, self.encoder)
        if any(map(subjects.is_anothers_name, parts)):
            near = tuple(topic for topic in near if topic != IMPLIED["ask_name"])
        return tuple(dict.fromkeys((*plainly, *near)))[: subjects.MOST_TOPICS]

    def _corrected(self, reading: Reading, exemplar: Exemplar, alike: float) -> Reading:
        """The reading with the acts that somebody accepted for these words."""
        acts = tuple(
            ReadAct(act, self.signs[act], alike, reading.text, "corrected")
            for act in exemplar.acts
            if act in self.signs
        )
        evidence = [Evidence(act.act, alike, 0, 0, 0, act.source) for act in acts]
        return replace(
            reading,
            acts=acts,
            polarity=combining.polarity_of(evidence, self.signs),
            abstained="",
            harm=combining.harm(evidence, self.signs),
        )


def _whose(one: Evidence, parts: Sequence[Clause]) -> Evidence:
    """Asking for somebody else's name is a question, and being sorry for a loss no apology."""
    if one.act == "ask_name" and subjects.is_anothers_name(parts[one.clause]):
        return replace(one, act="open_question")
    if one.act == "apologise" and subjects.condoles(parts[one.clause]):
        return replace(one, act="validate")
    return one


def heard(said: str, lang: str, *, named: bool = False) -> tuple[Clause, ...]:
    """The clauses of a move, each in the language it is in; a bilingual crew may switch.

    Unless `named`, what is read from is without names; the words quoted keep theirs.
    """
    return tuple(
        Clause(text, plain(spelt, spoken_in), spoken_in, spelt)
        for text in clauses(said)
        for spoken_in in (language_of(text, lang),)
        for spelt in (mended(text if named else nameless(text, spoken_in), spoken_in),)
    )


def signs_of_acts() -> Mapping[str, Polarity]:
    """Which way each act of the catalogue pushes, in the catalogue's order."""
    acts = load_catalogue().acts
    return MappingProxyType({name: act.polarity for name, act in acts.items()})


@lru_cache(maxsize=1)
def rules_reader() -> Reader:
    """The reader by rules alone; built once, then shared."""
    version = fingerprint.of_rules()
    return EvidenceReader((find, find_mirrors), signs_of_acts(), version=version)


@lru_cache(maxsize=4)
def learnt_reader(folder: Path = SHIPPED) -> Reader:
    """The reader by rules and the learnt head in `folder`; built once, then shared.

    Raises:
        HeadError: the head cannot be read, or knows other acts than the catalogue.
    """
    signs, head = signs_of_acts(), load(folder)
    if head.acts != tuple(signs):
        raise HeadError(f"the head in {folder} was taught other acts than these; train one again")
    encoder = sentence_encoder()
    version = fingerprint.of_reader(folder, encodes=encoder is not None)
    return EvidenceReader((find,), signs, head, encoder, version)
