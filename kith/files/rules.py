"""What of a file may be taken in: how large, of which kind by its content, of how many points. Pure."""

import re
from enum import StrEnum
from typing import NewType
from uuid import UUID

from kith.kernel.refusal import Refusal

FileId = NewType("FileId", UUID)
SoundId = NewType("SoundId", UUID)
MEGABYTE = 1024 * 1024
_ASKED = re.compile(r"^bytes=(\d*)-(\d*)$")
MEGAPIXEL = 1_000_000
MOST_MEGABYTES = 12
"""A phone's photo has three to eight."""
MOST_MEGAPIXELS = 24
"""More is asked of the machine than a page needs: a picture is opened before it is made small."""
LONGEST_SIDE = 1200
"""Of what is kept, in points: sharp on a wide screen, a second on a cheap phone."""
MOST_SOUND_MEGABYTES = 10
"""Five minutes from a browser have one to five."""
MOST_MINUTES = 5
"""A note is listened to by a person, and written down word by word."""


class PictureKind(StrEnum):
    """The kinds of picture that are taken in; each is kept as a JPEG."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"


def picture_kind(content: bytes) -> PictureKind | None:
    """The kind by what the file begins with, whatever it is called; None for anything else."""
    if content.startswith(b"\xff\xd8\xff"):
        return PictureKind.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PictureKind.PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return PictureKind.WEBP
    return None


def may_take(content: bytes, *, most_megabytes: int = MOST_MEGABYTES) -> Refusal | None:
    """Say why the file cannot be a picture here, or None if it can; nothing of it is opened for that."""
    if not content:
        return Refusal("picture_is_empty")
    if len(content) > most_megabytes * MEGABYTE:
        return Refusal("picture_too_large", most=most_megabytes)
    return None if picture_kind(content) else Refusal("picture_kind_unknown")


def may_open(width: int, height: int, *, most_megapixels: int = MOST_MEGAPIXELS) -> Refusal | None:
    """Say why a picture of so many points, as its first bytes say, is not opened, or None if it may be."""
    if width < 1 or height < 1:
        return Refusal("picture_unreadable")
    if width * height > most_megapixels * MEGAPIXEL:
        found = -(-width * height // MEGAPIXEL)
        return Refusal("picture_too_many_points", most=most_megapixels, found=found)
    return None


class SoundKind(StrEnum):
    """The kinds of sound that are taken in: what browsers record, and what phones keep."""

    WEBM = "webm"
    OGG = "ogg"
    MP4 = "mp4"
    MP3 = "mp3"
    WAV = "wav"


def sound_kind(content: bytes) -> SoundKind | None:
    """The kind by what the file begins with, whatever it is called; None for anything else."""
    if content.startswith(b"\x1a\x45\xdf\xa3"):
        return SoundKind.WEBM
    if content.startswith(b"OggS"):
        return SoundKind.OGG
    if content[4:8] == b"ftyp":
        return SoundKind.MP4
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return SoundKind.WAV
    is_frame = len(content) > 1 and content[0] == 0xFF and content[1] & 0xE6 == 0xE2
    return SoundKind.MP3 if is_frame or content.startswith(b"ID3") else None


def may_keep(content: bytes, *, most_megabytes: int = MOST_SOUND_MEGABYTES) -> Refusal | None:
    """Say why the file cannot be a spoken note here, or None if it can; nothing of it is read for that."""
    if not content:
        return Refusal("sound_is_empty")
    if len(content) > most_megabytes * MEGABYTE:
        return Refusal("sound_too_large", most=most_megabytes)
    return None if sound_kind(content) else Refusal("sound_kind_unknown")


def byte_range(asked: str, size: int) -> tuple[int, int] | None:
    """First byte and the one after the last of what is asked for; None for the whole file (RFC 9110, 14.2).

    Raises ValueError where nothing of the file is left. Several ranges at once count as the whole file.
    """
    found = _ASKED.match(asked.strip())
    if not found or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if len(first) > 12 or len(last) > 12:
        raise ValueError(asked)
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    if first and last and int(last) < int(first):
        return None
    if start >= size:
        raise ValueError(asked)
    return start, end
