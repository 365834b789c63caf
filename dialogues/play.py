"""A scenario as it is played: behaviour and words together, pinned by a hash of their content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from dialogues.scenario import Scenario, Words

LANGS = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Play:
    """One revision of one scenario; two plays are equal when id and hash are.

    `hash` is the SHA-256 of `content()`. `source` has the text of each file by name, for
    places in reports; it is empty for a play restored from its content.
    """

    id: str
    hash: str
    scenario: Scenario = field(compare=False)
    words: Mapping[str, Words] = field(compare=False)
    source: Mapping[str, str] = field(compare=False, default_factory=dict)

    def content(self) -> str:
        """Everything that is played, as JSON; order is kept, because the first ending wins."""
        return _content(self.id, self.scenario, self.words)

    @classmethod
    def from_content(cls, content: str) -> Play:
        """The play that `content` was made from.

        Raises:
            ValueError: the text is not the content of a play.
        """
        data = json.loads(content)
        if not isinstance(data, dict) or set(data) != {"id", "scenario", "words"}:
            raise ValueError("not the content of a play: it has an id, a scenario and words")
        words = {lang: Words.model_validate(part) for lang, part in data["words"].items()}
        scenario = Scenario.model_validate(data["scenario"])
        return cls(data["id"], _hash(content), scenario, words)


def make_play(
    name: str, scenario: Scenario, words: Mapping[str, Words], source: Mapping[str, str]
) -> Play:
    """The play of these parts, with its hash."""
    return Play(name, _hash(_content(name, scenario, words)), scenario, words, source)


def _content(name: str, scenario: Scenario, words: Mapping[str, Words]) -> str:
    data = {
        "id": name,
        "scenario": scenario.model_dump(mode="json"),
        "words": {lang: part.model_dump(mode="json") for lang, part in words.items()},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _hash(content: str) -> str:
    return sha256(content.encode()).hexdigest()
