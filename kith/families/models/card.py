"""Cards that let a family say it once, read by those it gives the code and the number."""

import secrets
from datetime import datetime
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.families.rules.codes import LANGUAGE_PATTERN
from kith.families.rules.trust import MOST_WRONG_PINS, CardPart
from kith.kernel import ids


def new_card_token() -> str:
    """An address that cannot be guessed."""
    return secrets.token_urlsafe(24)


class CardQuerySet(models.QuerySet["Card"]):
    """Cards, by whether they can be read."""

    def readable(self, now: datetime) -> Self:
        """Neither ended, nor past their last day, nor locked after wrong numbers."""
        return self.filter(ended_at__isnull=True, until_at__gt=now, wrong_count__lt=MOST_WRONG_PINS)


class Card(models.Model):
    """What a family chose to tell others, and until when; the number to read it is kept as a digest only."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="cards")
    token = models.CharField(max_length=43, unique=True, default=new_card_token)
    pin_digest = models.CharField(max_length=128)
    parts = ArrayField(models.CharField(max_length=12))
    goal = models.CharField(max_length=300, blank=True)
    helps = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=20)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    request_key = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    wrong_count = models.PositiveSmallIntegerField(default=0)

    objects = CardQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_at__gt=F("made_at")), name="card_ends_after_it_is_made"),
            models.CheckConstraint(
                condition=Q(wrong_count__lte=MOST_WRONG_PINS), name="card_locks_after_wrong_numbers"
            ),
            models.CheckConstraint(condition=Q(language__regex=LANGUAGE_PATTERN), name="card_language_is_a_code"),
            models.CheckConstraint(
                condition=Q(parts__contained_by=[each.value for each in CardPart]) & ~Q(parts=[]),
                name="card_parts_are_known",
            ),
            models.CheckConstraint(condition=~Q(pin_digest=""), name="card_has_a_number"),
        ]

    def __str__(self) -> str:
        return f"card {self.pk}"

    @property
    def is_locked(self) -> bool:
        """Whether too many wrong numbers were tried."""
        return self.wrong_count >= MOST_WRONG_PINS


class CardReading(models.Model):
    """One reading of a card, with who the reader said they are."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="readings")
    at = models.DateTimeField()
    service = models.CharField(max_length=120)
    person = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(service="") & ~Q(person=""), name="card_reader_says_who"),
        ]

    def __str__(self) -> str:
        return f"reading of card {self.card_id}"
