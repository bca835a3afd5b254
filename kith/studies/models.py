"""Studies of what keeps families away: short questions and interviews. No answer leads to a person."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.platform.codes import CodeField
from kith.platform.private_links import new_token
from kith.studies.rules.codes import LONGEST_WORDS, About, AskedHow, Used


class BarrierStudyQuerySet(models.QuerySet["BarrierStudy"]):
    """Studies, by whether they still ask."""

    def asking(self, today: date) -> Self:
        """Those whose questions can be answered today."""
        return self.filter(until_on__gte=today).order_by("until_on", "pk")


class BarrierStudy(models.Model):
    """Some weeks in which people are asked what keeps them away from one kind of support."""

    title = models.CharField(max_length=160)
    about = CodeField(About)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    begun_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    begun_on = models.DateField()
    until_on = models.DateField()
    request_key = models.UUIDField(unique=True)

    objects = BarrierStudyQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(title=""), name="barrier_study_has_a_title")]

    def __str__(self) -> str:
        return f"study {self.pk}"


class StudyInvitation(models.Model):
    """A private link to the questions; it is gone with the answer, so that nothing leads from one to the other."""

    study = models.ForeignKey(BarrierStudy, on_delete=models.CASCADE, related_name="invitations")
    token = models.CharField(max_length=43, unique=True, default=new_token)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=10)
    asked_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(email="") | ~Q(phone=""), name="study_invitation_has_a_way")
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class BarrierAnswer(models.Model):
    """What kept one person away, in codes: its key is random and it knows its month alone."""

    id = models.UUIDField(primary_key=True)
    study = models.ForeignKey(BarrierStudy, on_delete=models.CASCADE, related_name="answers")
    how = CodeField(AskedHow)
    month = models.DateField()
    language = models.CharField(max_length=10)
    community = models.CharField(max_length=12, blank=True)
    used = CodeField(Used)
    reasons = ArrayField(models.CharField(max_length=12))

    class Meta:
        indexes: ClassVar = [models.Index(fields=["month"], name="barrier_answer_by_month")]

    def __str__(self) -> str:
        return "an answer"


class InterviewNote(models.Model):
    """What was said in an interview, without names, for those who code its reasons."""

    answer = models.OneToOneField(BarrierAnswer, on_delete=models.CASCADE, related_name="note")
    words = models.TextField(max_length=LONGEST_WORDS)
    interviewer = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(words=""), name="interview_note_has_words")]

    def __str__(self) -> str:
        return "a note"
