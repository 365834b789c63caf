"""Pictures, voice notes and documents: what was uploaded, kept under its file id."""

import secrets
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.phone.bell import Json
from bot.phone.refusals import Refusal

MAX_UPLOAD: Final = 50_000_000
MAX_PICTURE: Final = 10_000_000
MAX_DOWNLOAD: Final = 20_000_000
KEPT_FILES: Final = 2_000
"""Bytes a bot may upload, send as a photo, download (telegram.md 2.2); files kept in memory."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One part of a multipart body."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Stored:
    """A file on the phone's shelf."""

    file_id: str
    unique_id: str
    path: str
    upload: Upload

    def facts(self) -> Json:
        """The fields every Telegram file object starts with."""
        size = len(self.upload.content)
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": size}


class Shelf:
    """Every file by id and by download path; the oldest go when there are too many."""

    def __init__(self, name: Callable[[], str] = lambda: secrets.token_urlsafe(12)) -> None:
        self._name = name
        self._by_id: dict[str, Stored] = {}

    def put(self, folder: str, upload: Upload) -> Stored:
        """Keep a file.

        Raises:
            Refusal: it is empty or larger than a bot may send.
        """
        if not upload.content:
            raise Refusal("empty_file")
        if len(upload.content) > MAX_UPLOAD:
            raise Refusal("too_large")
        key = self._name()
        suffix = upload.name.rpartition(".")[2].lower() if "." in upload.name else "bin"
        stored = Stored(f"{folder}-{key}", f"u{key}", f"{folder}/{key}.{suffix}", upload)
        self._by_id[stored.file_id] = stored
        if len(self._by_id) > KEPT_FILES:
            del self._by_id[next(iter(self._by_id))]
        return stored

    def get(self, file_id: str) -> Stored | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> Stored | None:
        """The file with this download path."""
        return next((s for s in self._by_id.values() if s.path == path), None)


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG.

    Raises:
        Refusal: it is neither, or too big to be sent as a photo.
    """
    if len(content) > MAX_PICTURE:
        raise Refusal("big_file")
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    raise Refusal("bad_picture")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return int(width), int(height)
        at += 2 + length
    raise Refusal("bad_picture")


def plain_picture(width: int = 240, height: int = 160, colour: bytes = b"\x8f\xa8\x9b") -> bytes:
    """A PNG of one colour, for whoever needs any picture at all."""
    rows = (b"\0" + colour * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
