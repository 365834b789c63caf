"""What was typed can be written anywhere: no half character stops it, no terminal obeys it."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.feedback.typed import as_bytes, as_json, printable

ANY = st.text(st.characters(codec=None, exclude_categories=[]))


def controls(words):
    return {sign for sign in words if unicodedata.category(sign) == "Cc"} - {"\n", "\t"}


@given(ANY)
def test_only_control_characters_are_left_out(words):
    kept = [sign for sign in words if not controls(sign)]
    assert printable(words) == "".join(kept)


@given(ANY)
def test_every_text_becomes_bytes_that_can_be_read_again(words):
    assert not controls(as_bytes(words).decode())


@given(ANY)
def test_json_loses_nothing_and_holds_nothing_that_a_terminal_obeys(words):
    document = as_json([words])
    assert json.loads(document) == json.loads(json.dumps([words]))
    assert not controls(document) and document.encode()


def test_lines_letters_and_signs_stay_as_they_were():
    said = "« Ça va ? »\n\tOui 🚓 שלום"
    assert as_bytes(said).decode() == said
    assert as_json(said) == json.dumps(said, ensure_ascii=False)


def test_half_a_character_is_written_out():
    assert as_bytes("so \ud83d sorry") == rb"so \ud83d sorry"
