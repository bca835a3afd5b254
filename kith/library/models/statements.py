"""Answers, their wordings, who approved each, and what they are in other languages."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.kernel.languages import ENGLISH
from kith.library.models.translations import Translated
from kith.library.rules.status import Answer
from kith.library.rules.words import KEY, Evidence
from kith.platform.answers import Answered, one_current
from kith.platform.codes import CodeField


class StatementQuerySet(models.QuerySet["Statement"]):
    """Statements, by their key."""

    def locked(self, key: str) -> "Statement | None":
        """The statement, locked until the transaction ends: its wordings are approved behind this lock."""
        return self.select_for_update(no_key=True).filter(key=key).first()


class Statement(models.Model):
    """One answer to one question, kept once: whose it is, by when it is looked at again, whether it was withdrawn."""

    key = models.CharField(max_length=100, unique=True)
    question = models.CharField(max_length=100)
    owner = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    review_by = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(key__regex=KEY, question__regex=KEY), name="statement_key_is_a_key"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
                name="statement_withdrawn_says_why",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["question"], name="statement_by_question")]

    def __str__(self) -> str:
        return self.key

    def told_in(self, language: str) -> str:
        """The words that stand, in this language; empty where nothing is told, or only an older translation."""
        current = None if self.withdrawn_at else self.wordings.current().first()
        if current is None or language == ENGLISH.code:
            return current.text if current else ""
        found = self.translations.filter(language=language, of_wording=current).first()
        return found.text if found else ""

    def as_answer(self, stands: "Wording | None") -> Answer:
        """What the rules look at, with the words that stand."""
        return Answer(
            key=self.key,
            question=self.question,
            text=stands.text if stands else "",
            approved_at=stands.approved_at if stands else None,
            review_by=self.review_by,
            is_withdrawn=self.withdrawn_at is not None,
        )


class Wording(Answered):
    """One way the answer was put; once two organisations have approved it, it stands until the next one does."""

    question: ClassVar = ("statement",)

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="wordings")
    number = models.PositiveIntegerField()
    text = models.TextField()
    easy_text = models.TextField(blank=True)
    source = models.CharField(max_length=200)
    source_url = models.URLField(max_length=300)
    evidence = CodeField(Evidence)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    approved_at = models.DateTimeField(null=True)
    is_current = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement", "number"], name="wording_numbered_once"),
            one_current("statement", name="wording_one_current"),
            models.CheckConstraint(
                condition=Q(is_current=False) | Q(approved_at__isnull=False), name="wording_current_is_approved"
            ),
            models.CheckConstraint(condition=~Q(text="") & ~Q(source=""), name="wording_has_text_and_source"),
            models.CheckConstraint(condition=Q(source_url__startswith="https://"), name="wording_source_is_a_link"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id}, wording {self.number}"

    @property
    def said(self) -> tuple[str, str]:
        """The words, and the same in easy words."""
        return self.text, self.easy_text


class Approval(models.Model):
    """One organisation's yes to one wording; it can be given, never taken back or changed."""

    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="approvals")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    approved_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["wording", "organisation"], name="approval_once_an_organisation"),
        ]

    def __str__(self) -> str:
        return f"approval {self.pk}"


class ClinicalCheck(models.Model):
    """A clinician of this place has read these words and stands by them; like an approval it is for ever."""

    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="clinical_checks")
    clinician = models.CharField(max_length=120)
    profession = models.CharField(max_length=120)
    registration = models.CharField(max_length=60)
    checked_on = models.DateField()
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["wording", "registration"], name="clinicalcheck_once_a_clinician"),
            models.CheckConstraint(
                condition=~Q(clinician="") & ~Q(profession="") & ~Q(registration=""), name="clinicalcheck_says_who"
            ),
        ]

    def __str__(self) -> str:
        return f"clinical check {self.pk}"


class StatementTranslation(Translated):
    """The answer in another language, and which wording of it this says."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="translations")
    of_wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    easy_text = models.TextField(blank=True)

    class Meta(Translated.Meta):
        constraints: ClassVar = [
            *Translated.Meta.constraints,
            models.UniqueConstraint(fields=["statement", "language"], name="statementtranslation_one_a_language"),
            models.CheckConstraint(condition=~Q(text=""), name="statementtranslation_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} in {self.language}"
