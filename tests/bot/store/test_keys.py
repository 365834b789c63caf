"""The master key is made once, kept private, and never made anew beside an old database."""

import os
from base64 import b64encode, urlsafe_b64encode
from stat import S_IMODE

import pytest

from bot.store.keys import key_from_text, load_or_create_key
from bot.store.work import Store, StoreError
from tests.bot.store.places import KEY

AWKWARD = b"\xfb\xef\xbe\xff" * 8
"""Bytes whose base64 needs the two characters that differ between the alphabets."""


def test_a_new_key_is_32_bytes_only_its_owner_may_read(tmp_path):
    old = os.umask(0)
    try:
        key = load_or_create_key(tmp_path / "key", f"sqlite:///{tmp_path}/a.db")
    finally:
        os.umask(old)
    assert len(key) == 32
    assert S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_the_key_stays_the_same_and_no_two_are_alike(tmp_path):
    urls = [f"sqlite:///{tmp_path}/{name}.db" for name in "ab"]
    first, second = (load_or_create_key(tmp_path / url[-4], url) for url in urls)
    assert first != second
    Store.open(urls[0], first).close()
    assert load_or_create_key(tmp_path / urls[0][-4], urls[0]) == first


def test_a_key_missing_beside_a_database_is_an_error_not_a_new_key(place, opened, tmp_path):
    opened()
    with pytest.raises(StoreError, match="put the key back from its backup"):
        load_or_create_key(tmp_path / "key", place.url)
    assert not (tmp_path / "key").exists()


def test_a_key_for_a_database_that_is_still_empty_is_made(place, tmp_path):
    assert len(load_or_create_key(tmp_path / "key", place.url)) == 32


@pytest.mark.parametrize("content", [b"", b"short", bytes(33)])
def test_a_key_file_of_another_length_is_refused_and_left_alone(tmp_path, content):
    (tmp_path / "key").write_bytes(content)
    with pytest.raises(StoreError, match="not 32; restore the right key"):
        load_or_create_key(tmp_path / "key", f"sqlite:///{tmp_path}/a.db")
    assert (tmp_path / "key").read_bytes() == content


def test_a_key_file_that_is_a_folder_or_in_none_is_an_error(tmp_path):
    with pytest.raises(StoreError, match="cannot be read"):
        load_or_create_key(tmp_path, f"sqlite:///{tmp_path}/a.db")
    with pytest.raises(StoreError, match="cannot be written"):
        load_or_create_key(tmp_path / "missing" / "key", f"sqlite:///{tmp_path}/a.db")


@pytest.mark.parametrize("key", [KEY, AWKWARD])
def test_a_key_in_either_base64_is_understood(key):
    plain, safe = b64encode(key).decode(), urlsafe_b64encode(key).decode()
    for text in (plain, safe, f" {plain}\n", plain.rstrip("="), safe.rstrip("=")):
        assert key_from_text(text) == key


@pytest.mark.parametrize(
    "text", ["", "hello there!", "AAAA", "é" * 43, b64encode(bytes(31)).decode()]
)
def test_anything_else_is_refused_without_being_shown(text):
    with pytest.raises(StoreError) as refused:
        key_from_text(text)
    assert "32" in str(refused.value) and (not text or text not in str(refused.value))
