"""Reading files: for rooms that have asked already whether their viewer may see the row a file is for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet

from kith.files.models import File, Sound
from kith.files.pictures import Picture
from kith.files.rules import FileId, SoundId, SoundKind
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond

Kept = TypeVar("Kept", File, Sound)


@dataclass(frozen=True)
class Size:
    """How wide and high a picture is, in points, so that a page keeps its place until it has come."""

    width: int
    height: int


def picture_of(_viewer: Viewer, file_id: FileId) -> Picture | None:
    """The picture itself; None where it was erased."""
    row = next(iter(_files([file_id], content=True)), None)
    return Picture(bytes(row.content), row.width, row.height) if row else None


def sizes_of(_viewer: Viewer, file_ids: Iterable[FileId]) -> dict[FileId, Size]:
    """How large these pictures are; those that were erased are left out."""
    return {FileId(row.pk): Size(row.width, row.height) for row in _files(file_ids, content=False)}


def _files(file_ids: Iterable[FileId], *, content: bool) -> list[File]:
    rows = File.objects.filter(pk__in=set(file_ids), erased_at__isnull=True)
    return _there(rows.defer(None) if content else rows)


@beyond("pictures and sounds of rows that the asking room has shown to its viewer")
def _there(rows: QuerySet[Kept]) -> list[Kept]:
    return list(rows)


@dataclass(frozen=True)
class Heard:
    """A sound to be heard."""

    content: bytes
    kind: SoundKind


def sound_of(_viewer: Viewer, sound_id: SoundId) -> Heard | None:
    """The sound itself; None where it was erased."""
    row = next(iter(_there(Sound.objects.defer(None).filter(pk=sound_id, erased_on__isnull=True))), None)
    return Heard(bytes(row.content), row.kind) if row else None
