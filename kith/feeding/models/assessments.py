"""Assessment forms as versioned data, and the assessments made with them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class AssessmentForm(models.Model):
    """A form by which this place assesses feeding; what it says stands in its versions."""

    key = models.SlugField(max_length=40, unique=True)
    is_withdrawn = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"assessment form {self.key}"


class FormVersion(models.Model):
    """One wording of a form. Once published it never changes (the database refuses); another draft becomes the next."""

    form = models.ForeignKey(AssessmentForm, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["form", "number"], name="form_version_number_once"),
            models.UniqueConstraint(
                fields=["form"], name="form_version_one_draft", condition=Q(published_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"form version {self.pk}"


class Assessment(models.Model):
    """One assessment of one baby, with the version of the form that it was answered with."""

    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="assessments")
    answers = models.JSONField()
    note = models.CharField(max_length=2000, blank=True)
    assessed_at = models.DateTimeField()
    age_days = models.PositiveSmallIntegerField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    request_key = models.UUIDField(unique=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["baby", "-assessed_at"], name="assessment_by_baby")]

    def __str__(self) -> str:
        return f"assessment {self.pk}"
