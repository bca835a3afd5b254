"""The tables of files."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.files.rules import LONGEST_SIDE, SoundKind
from kith.kernel import ids
from kith.platform.codes import CodeField


class FileManager(models.Manager["File"]):
    """Files without their content, which is large and which few who ask about a file want to see."""

    def get_queryset(self) -> models.QuerySet["File"]:
        """All files; the content is fetched when it is looked at."""
        return super().get_queryset().defer("content")


class File(models.Model):
    """A picture that was made safe. It lies in the database: it comes, goes and is backed up with the row it is for.

    The row it is for stands in another room and decides who sees it. Erased, its content is gone and the row says so.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    content = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    added_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    objects = FileManager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(width__range=(1, LONGEST_SIDE), height__range=(1, LONGEST_SIDE)), name="file_is_made_small"
            ),
        ]

    def __str__(self) -> str:
        return f"file {self.pk}"


class SoundManager(models.Manager["Sound"]):
    """Sounds without their content, which few who ask about one want to hear."""

    def get_queryset(self) -> models.QuerySet["Sound"]:
        """All sounds; the content is fetched when it is looked at."""
        return super().get_queryset().defer("content")


class Sound(models.Model):
    """A spoken note. It lies in the database with the row it is for, which decides who hears it.

    When it came is not written here: of a nameless voice no time leads anywhere.
    """

    id = models.UUIDField(primary_key=True)
    content = models.BinaryField()
    kind = CodeField(SoundKind)
    seconds = models.PositiveSmallIntegerField()
    erased_on = models.DateField(null=True)

    objects = SoundManager()

    def __str__(self) -> str:
        return "a sound"
