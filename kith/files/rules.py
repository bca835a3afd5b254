"""What of a file may be taken in: how large, of which kind by its content, of how many points. Pure."""

from enum import StrEnum
from typing import NewType
from uuid import UUID

from kith.kernel.refusal import Refusal

FileId = NewType("FileId", UUID)
MEGABYTE = 1024 * 1024
MEGAPIXEL = 1_000_000
MOST_MEGABYTES = 12
"""A phone's photo has three to eight."""
MOST_MEGAPIXELS = 24
"""More is asked of the machine than a page needs: a picture is opened before it is made small."""
LONGEST_SIDE = 1200
"""Of what is kept, in points: sharp on a wide screen, a second on a cheap phone."""


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
