"""Cards that let a family say it once, read by those it gives the code and the number."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.families.rules.codes import LANGUAGE_PATTERN
from kith.families.rules.trust import CardPart
from kith.kernel import ids
from kith.kernel.private_links import MOST_WRONG, CodeFacts
from kith.platform.private_links import new_token


class Card(models.Model):
    """What a family chose to tell others, and until when; the number to read it is kept as a digest only."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="cards")
    token = models.CharField(max_length=43, unique=True, default=new_token)
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

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_at__gt=F("made_at")), name="card_ends_after_it_is_made"),
            models.CheckConstraint(condition=Q(wrong_count__lte=MOST_WRONG), name="card_locks_after_wrong_numbers"),
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
        return self.wrong_count >= MOST_WRONG

    @property
    def number(self) -> CodeFacts:
        """The number that opens it, as its rule knows it."""
        return CodeFacts(self.until_at, self.wrong_count, is_ended=self.ended_at is not None)


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
