"""Formatted text: strict HTML in, plain text and ranges counted in UTF-16 units out."""

import html
import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.phone.bell import Json
from bot.phone.refusals import Refusal

KINDS: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
"""Telegram's HTML tags and the entity type each one makes."""

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[^\s>]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_ATTRIBUTE = re.compile(r"""\s*([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?\s*""")
_REFERENCE = re.compile(r"&(?:(?:lt|gt|amp|quot);|#\d{1,7};|#[xX][0-9a-fA-F]{1,6};)")
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")),
    ("url", re.compile(r"\bhttps?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]")),
)
_CODE_LIKE = ("code", "pre", "text_link")


class Formatted(NamedTuple):
    """Plain text with its `MessageEntity` list."""

    text: str
    entities: list[Json]


def utf16_length(text: str) -> int:
    """Length of `text` in UTF-16 code units, the unit of all Telegram offsets."""
    return len(text) + sum(char > "\uffff" for char in text)


def from_html(source: str) -> Formatted:
    """Parse Telegram's HTML style.

    Raises:
        Refusal: unknown, unclosed or crossed tags, in Telegram's words, with byte offsets.
    """
    parser = _Parser(source)
    at = 0
    while at < len(source):
        at = parser.tag(at) if source[at] == "<" else parser.words(at)
    if parser.open:
        tag = parser.open[-1].name
        raise _bad(f'Can\'t find end tag corresponding to start tag "{tag}"')
    return Formatted("".join(parser.text), _ordered(parser.entities))


def finished(raw: Formatted) -> Formatted:
    """Trim outer white space as Telegram does and mark the commands and links it finds."""
    text = raw.text.rstrip()
    kept = text.lstrip()
    shift, size = len(text) - len(kept), utf16_length(kept)
    entities = [clipped for e in raw.entities if (clipped := _clipped(e, shift, size))]
    return Formatted(kept, _ordered(entities + _found(kept, entities)))


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    extra: Json


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.text: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def words(self, at: int) -> int:
        end = self.source.find("<", at)
        end = len(self.source) if end < 0 else end
        plain = _REFERENCE.sub(lambda m: html.unescape(m[0]), self.source[at:end])
        self.text.append(plain)
        self.length += utf16_length(plain)
        return end

    def tag(self, at: int) -> int:
        offset = len(self.source[:at].encode())
        found = _TAG.match(self.source, at)
        if found is None:
            kind = "end" if self.source.startswith("</", at) else "start"
            raise _bad(f"Unclosed {kind} tag at byte offset {offset}")
        if found["close"]:
            self._close(found["name"].lower(), offset)
        else:
            self._start(found["name"].lower(), found["rest"], offset)
        return found.end()

    def _start(self, name: str, rest: str, offset: int) -> None:
        if name not in KINDS:
            raise _bad(f'Unsupported start tag "{name}" at byte offset {offset}')
        given = _attributes(name, rest, offset)
        if name == "span" and given.get("class") != "tg-spoiler":
            raise _bad(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        self.open.append(_Open(name, self.length, given))

    def _close(self, name: str, offset: int) -> None:
        if not self.open:
            raise _bad(f"Unexpected end tag at byte offset {offset}")
        begun = self.open.pop()
        if name and name != begun.name:
            raise _bad(
                f"Unmatched end tag at byte offset {offset}, "
                f'expected "</{begun.name}>", found "</{name}>"'
            )
        if self.length > begun.start:
            self._keep(begun)

    def _keep(self, begun: _Open) -> None:
        kind = KINDS[begun.name]
        entity: Json = {"type": kind, "offset": begun.start, "length": self.length - begun.start}
        language = begun.extra.get("class", "").removeprefix("language-")
        if kind == "text_link":
            if not _is_link(begun.extra.get("href", "")):
                return
            entity["url"] = begun.extra["href"]
        elif kind == "blockquote" and "expandable" in begun.extra:
            entity["type"] = "expandable_blockquote"
        elif kind == "code" and language and self.open and self.open[-1].name == "pre":
            self.open[-1].extra["class"] = f"language-{language}"
            return
        elif kind == "pre" and language:
            entity["language"] = language
        self.entities.append(entity)


def _attributes(name: str, rest: str, offset: int) -> Json:
    given: Json = {}
    at = 0
    while at < len(rest.rstrip()):
        found = _ATTRIBUTE.match(rest, at)
        if found is None:
            raise _bad(f'Empty attribute name in the tag "{name}" at byte offset {offset}')
        value = next((v for v in found.groups()[1:] if v is not None), "")
        given[found[1].lower()] = html.unescape(value)
        at = found.end()
    return given


def _is_link(url: str) -> bool:
    return url.startswith(("http://", "https://", "tg://", "mailto:"))


def _bad(detail: str) -> Refusal:
    return Refusal("entities", detail=detail)


def _ordered(entities: list[Json]) -> list[Json]:
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def _clipped(entity: Json, shift: int, size: int) -> Json | None:
    start = max(0, entity["offset"] - shift)
    end = min(size, entity["offset"] + entity["length"] - shift)
    return {**entity, "offset": start, "length": end - start} if end > start else None


def _found(text: str, entities: list[Json]) -> list[Json]:
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _CODE_LIKE]
    made: list[Json] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            end = start + utf16_length(match[0])
            if not any(start < stop and end > begin for begin, stop in taken):
                taken.append((start, end))
                made.append({"type": kind, "offset": start, "length": end - start})
    return made
