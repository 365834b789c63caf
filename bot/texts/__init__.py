"""Every text the product itself says, in English and French, from gettext catalogues.

One `.po` file per part and language; a key is `PART.NAME`, looked up in `LANG/PART.po`.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dialogues.play import LANGS

FOLDER = Path(__file__).parent


class MissingTextError(KeyError):
    """A key that a catalogue does not have; falling back in silence would mix languages."""


@cache
def _part(lang: str, part: str) -> GNUTranslations:
    with (FOLDER / lang / f"{part}.po").open("rb") as file:
        catalogue = read_po(file, locale=lang, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def text(lang: str, key: str, **values: str | int) -> str:
    """The text for a key, with its {values} filled in.

    Raises:
        MissingTextError: the language's catalogue lacks the key.
    """
    found = _part(lang, key.partition(".")[0]).gettext(key)
    if found == key:
        raise MissingTextError(f"{lang}/{key.partition('.')[0]}.po has no {key!r}")
    return found.format(**values) if values else found


def counted(lang: str, key: str, n: int, **values: str | int) -> str:
    """The text for a number of things, by the language's plural rule; {n} is the number.

    Raises:
        MissingTextError: the language's catalogue lacks the key.
    """
    many = f"{key}.many"
    found = _part(lang, key.partition(".")[0]).ngettext(key, many, n)
    if found in (key, many):
        raise MissingTextError(f"{lang}/{key.partition('.')[0]}.po has no plural {key!r}")
    return found.format(n=n, **values)


def check_texts() -> int:
    """How many texts there are; the same keys must stand in every language.

    Raises:
        MissingTextError: a key that only some languages have.
    """
    found = {lang: _keys(lang) for lang in LANGS}
    every = frozenset().union(*found.values())
    for lang, keys in found.items():
        for key in sorted(every - keys):
            raise MissingTextError(f"{lang}/{key.partition('.')[0]}.po has no {key!r}")
    return len(every)


def _keys(lang: str) -> frozenset[str]:
    keys = set()
    for path in sorted((FOLDER / lang).glob("*.po")):
        with path.open("rb") as file:
            messages = read_po(file, locale=lang)
        for message in messages:
            if message.id and message.string:
                keys.add(message.id if isinstance(message.id, str) else message.id[0])
    return frozenset(keys)
