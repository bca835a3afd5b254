"""Interpreters, the languages they speak, and the telephone line that helps where none is there."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.interpreting.rules.choosing import Offerable
from kith.interpreting.rules.codes import Gender, Mode
from kith.kernel.ids import InterpreterId
from kith.kernel.ways import Ways
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


class InterpreterQuerySet(models.QuerySet["Interpreter"]):
    """Interpreters, by whether they still take bookings."""

    def working(self) -> Self:
        """Those who take bookings."""
        return self.filter(ended_at__isnull=True)

    def named(self, words: str) -> Self:
        """Those whose own name or agency's name holds each of the words."""
        return self.filter(*(Q(name__icontains=word) | Q(agency__icontains=word) for word in words.split()))

    def kept_by(self, viewer: Viewer) -> Self:
        """Those whose row the viewer's organisation looks after."""
        return self if viewer.kind is ViewerKind.SYSTEM else self.filter(organisation_id__in=viewer.organisation_ids)

    def locked(self, interpreter_id: int) -> "Interpreter | None":
        """The interpreter, locked until the transaction ends: her time is given out behind this lock."""
        return self.select_for_update(no_key=True).filter(pk=interpreter_id).first()


class Interpreter(models.Model):
    """A person who interprets: for an agency or an organisation, or on their own. One organisation keeps the row."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    agency = models.CharField(max_length=120, blank=True)
    gender = CodeField(Gender)
    modes = ArrayField(models.CharField(max_length=12))
    areas = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=16, blank=True)
    reads = models.CharField(max_length=10, default="en")
    pence_per_hour = models.PositiveIntegerField()
    travel_pence = models.PositiveIntegerField(default=0)
    link = models.CharField(max_length=43, unique=True, default=new_token)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = InterpreterQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="interpreter_has_a_name"),
            models.CheckConstraint(condition=~Q(email="") | ~Q(phone=""), name="interpreter_can_be_reached"),
            models.CheckConstraint(
                condition=Q(modes__contained_by=[each.value for each in Mode], modes__len__gt=0),
                name="interpreter_modes_are_known",
            ),
            models.UniqueConstraint(
                fields=["name", "email", "phone"], name="interpreter_once", condition=Q(ended_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"interpreter {self.pk}"

    @property
    def ways(self) -> Ways:
        """Where her links and codes go."""
        return Ways(self.phone, self.email)

    def offerable(self, language: str, *, is_free: bool = True) -> Offerable:
        """What choosing needs to know of her for this language."""
        spoken = list(self.languages.all())
        return Offerable(
            id=InterpreterId(self.pk),
            name=self.name,
            gender=self.gender,
            languages=frozenset(row.language for row in spoken),
            modes=frozenset(Mode(mode) for mode in self.modes),
            dialects=frozenset(row.dialect for row in spoken if row.language == language and row.dialect),
            is_free=is_free,
        )


class InterpreterLanguage(models.Model):
    """A language an interpreter speaks or signs, with the dialect where that matters."""

    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="languages")
    language = models.CharField(max_length=20)
    dialect = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["language"], name="interpreter_by_language")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["interpreter", "language", "dialect"], name="interpreter_language_once"),
            models.CheckConstraint(
                condition=Q(language__regex=LANGUAGE_PATTERN), name="interpreter_language_is_a_code"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} of interpreter {self.interpreter_id}"


class InterpreterLine(models.Model):
    """An organisation's contract for interpreting by telephone: the number to ring when no interpreter is there."""

    organisation = models.OneToOneField("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    phone = models.CharField(max_length=20)
    access_code = models.CharField(max_length=40, blank=True)
    confirmed_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(phone=""), name="interpreter_line_has_a_number")]

    def __str__(self) -> str:
        return f"interpreter line {self.pk}"
