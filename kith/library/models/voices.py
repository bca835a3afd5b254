"""Voices: a speaker reads an answer aloud in one language, word for word."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.library.models.statements import Statement
from kith.library.rules.voices import MOST_BYTES, AudioKind
from kith.platform.codes import CodeField


class VoiceManager(models.Manager["Voice"]):
    """Voices without their sound, which is large and which few who ask about a voice want to hear."""

    def get_queryset(self) -> models.QuerySet["Voice"]:
        """All voices; the sound is fetched when it is looked at."""
        return super().get_queryset().defer("sound")


class Voice(models.Model):
    """A sound file, the words it reads, who speaks, its source and who allowed it; another file is another row.

    The sound lies in the database: it comes, goes and is backed up together with what is said of it.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="voices")
    language = models.CharField(max_length=10)
    words = models.TextField()
    kind = CodeField(AudioKind)
    sound = models.BinaryField()
    size = models.PositiveIntegerField()
    speaker = models.CharField(max_length=120)
    source = models.CharField(max_length=200)
    permission = models.CharField(max_length=200)
    recorded_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    objects = VoiceManager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement", "language"], name="voice_one_a_language"),
            models.CheckConstraint(condition=Q(size__gt=0, size__lte=MOST_BYTES), name="voice_size_is_small"),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(speaker="") & ~Q(source="") & ~Q(permission=""),
                name="voice_says_whose_it_is",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} read in {self.language}"
