"""Contacts with families."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.contacts.rules.contacts import (
    AT_A_DISTANCE,
    LONGEST_MINUTES,
    REASONS,
    ContactKind,
    ContactPlace,
    HowWeTalked,
    Offer,
    TalkReason,
)
from kith.families.rules.codes import InterpreterNeed
from kith.kernel.ids import MembershipId
from kith.platform.answers import IS_CURRENT, Answered, AnsweredQuerySet
from kith.platform.codes import CodeField


class ContactQuerySet(AnsweredQuerySet["Contact"]):
    """Contacts, by whether they count, and by who had them."""

    def had_by(self, membership_id: MembershipId | None) -> Self:
        """The contacts of one person; none for a person without a membership."""
        return self.filter(membership_id=membership_id) if membership_id else self.none()


class Contact(Answered):
    """A worker was with a family. A correction is a new row; the current one counts."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    kind = CodeField(ContactKind)
    place = CodeField(ContactPlace, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    # People stay who they are when records are merged or split: the rows that hold them may move, their ids do not.
    parent_ids = ArrayField(models.UUIDField(), default=list)
    baby_ids = ArrayField(models.UUIDField(), default=list)
    # Her language and her need as they were that day, so that what is counted does not change with the record.
    speaks = models.CharField(max_length=20)
    interpreter_need = CodeField(InterpreterNeed)
    how_we_talked = CodeField(HowWeTalked)
    talk_reason = CodeField(TalkReason, blank=True)
    interpreter_booking = models.ForeignKey(
        "interpreting.InterpreterBooking", on_delete=models.PROTECT, related_name="+", null=True
    )
    offered = ArrayField(models.CharField(max_length=16), default=list)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    request_key = models.UUIDField(null=True, unique=True)
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, related_name="corrected_by", null=True)

    objects: ClassVar = ContactQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["family", "at"], name="contact_by_family", condition=IS_CURRENT),
            models.Index(fields=["membership", "at"], name="contact_by_person", condition=IS_CURRENT),
            models.Index(
                fields=["at"],
                name="contact_where_needed",
                condition=Q(is_current=True, interpreter_need=InterpreterNeed.YES.value),
                include=["how_we_talked", "speaks"],
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(how_we_talked__in=[each.value for each in HowWeTalked if each not in REASONS])
                & Q(talk_reason="")
                | Q(
                    *[
                        Q(how_we_talked=how.value, talk_reason__in=sorted(each.value for each in reasons))
                        for how, reasons in REASONS.items()
                    ],
                    _connector=Q.OR,
                ),
                name="contact_says_how_we_talked",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=sorted(each.value for each in AT_A_DISTANCE), place="")
                | Q(
                    kind__in=[each.value for each in ContactKind if each not in AT_A_DISTANCE],
                    place__in=[each.value for each in ContactPlace],
                ),
                name="contact_place_suits_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(minutes__isnull=False, minutes__range=(1, LONGEST_MINUTES))
                | Q(minutes__isnull=True, kind=ContactKind.TEXT.value),
                name="contact_minutes_are_possible",
            ),
            models.CheckConstraint(
                condition=Q(parent_ids__len__gt=0) | Q(baby_ids__len__gt=0), name="contact_is_with_somebody"
            ),
            models.CheckConstraint(
                condition=Q(offered__contained_by=[each.value for each in Offer]), name="contact_offers_are_known"
            ),
            models.CheckConstraint(condition=Q(recorded_at__gte=F("at")), name="contact_recorded_after_it_was"),
        ]

    def __str__(self) -> str:
        return f"contact {self.pk}"
