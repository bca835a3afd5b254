"""Parents and carers, pregnancies and babies."""

from datetime import timedelta
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from kith.families.rules.codes import (
    ETHNICITY_NOT_KNOWN,
    ETHNICITY_PATTERN,
    LANGUAGE_PATTERN,
    NHS_NUMBER_PATTERN,
    PHONE_PATTERN,
    AccessNeed,
    BirthPlace,
    Channel,
    InterpreterNeed,
    PregnancyOutcome,
    Relation,
)
from kith.families.rules.entries import SafeContact
from kith.kernel import ids
from kith.kernel.ways import Way, Ways
from kith.methods.names import plain_letters, sound_keys
from kith.platform.codes import CodeField


def _codes(length: int) -> "ArrayField[list[str], list[str]]":
    return ArrayField(models.CharField(max_length=length), default=list, blank=True)


def full_name(given_name: str, family_name: str) -> str:
    """Both names, as a parent writes them."""
    return f"{given_name} {family_name}".strip()


class Parent(models.Model):
    """A parent or carer."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="parents")
    account = models.ForeignKey("platform.Account", on_delete=models.SET_NULL, related_name="+", null=True)
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(null=True)
    phone = models.CharField(max_length=16, blank=True)
    email = models.EmailField(blank=True)
    speaks = models.CharField(max_length=20)
    reads = models.CharField(max_length=20)
    interpreter_need = models.CharField(
        max_length=10,
        choices=[(need.value, need.value) for need in InterpreterNeed],
        default=InterpreterNeed.NOT_ASKED.value,
    )
    ethnicity = models.CharField(max_length=2, default=ETHNICITY_NOT_KNOWN)
    is_main = models.BooleanField()
    relation = CodeField(Relation, default=Relation.PARENT)
    nhs_number = models.CharField(max_length=10, blank=True)
    access_needs = _codes(20)
    access_words = models.CharField(max_length=300, blank=True)
    unsafe_channels = _codes(5)
    may_leave_voicemail = models.BooleanField(null=True)
    safe_times = models.CharField(max_length=100, blank=True)
    code_word = models.CharField(max_length=40, blank=True)
    # The names in plain letters, and the keys of what they sound like: kept by ``save``, and by the rows of loading.
    heard_as = models.CharField(max_length=400, blank=True)
    sounds = _codes(6)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["born_on"], name="parent_by_birthday", condition=Q(born_on__isnull=False)),
            models.Index(fields=["phone"], name="parent_by_phone", condition=~Q(phone="")),
            models.Index(fields=["email"], name="parent_by_email", condition=~Q(email="")),
            GinIndex(fields=["sounds"], name="parent_by_sound", fastupdate=False),  # a later list would slow searches
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["family"], name="parent_one_main", condition=Q(is_main=True)),
            models.UniqueConstraint(fields=["nhs_number"], name="parent_nhs_number_once", condition=~Q(nhs_number="")),
            models.CheckConstraint(
                condition=Q(nhs_number="") | Q(nhs_number__regex=NHS_NUMBER_PATTERN),
                name="parent_nhs_number_is_ten_digits",
            ),
            models.CheckConstraint(
                condition=Q(access_needs__contained_by=[each.value for each in AccessNeed]),
                name="parent_access_needs_are_known",
            ),
            models.CheckConstraint(
                condition=Q(unsafe_channels__contained_by=[each.value for each in Channel]),
                name="parent_channels_are_known",
            ),
            models.CheckConstraint(condition=~Q(given_name=""), name="parent_has_a_name"),
            models.CheckConstraint(
                condition=Q(phone="") | Q(phone__regex=PHONE_PATTERN), name="parent_phone_is_international"
            ),
            models.CheckConstraint(
                condition=Q(email="") | Q(email__regex=r"^[^@A-Z\s]+@[^@A-Z\s]+$"),
                name="parent_email_is_regular",
            ),
            models.CheckConstraint(
                condition=Q(speaks__regex=LANGUAGE_PATTERN, reads__regex=LANGUAGE_PATTERN),
                name="parent_languages_are_codes",
            ),
            models.CheckConstraint(condition=Q(ethnicity__regex=ETHNICITY_PATTERN), name="parent_ethnicity_is_a_code"),
            models.CheckConstraint(
                condition=Q(interpreter_need__in=[need.value for need in InterpreterNeed]),
                name="parent_interpreter_need_is_known",
            ),
            models.CheckConstraint(
                condition=Q(born_on__isnull=True) | Q(born_on__gte="1920-01-01"),
                name="parent_birthday_is_possible",
            ),
        ]

    def __str__(self) -> str:
        return f"parent {self.pk}"

    @property
    def full_name(self) -> str:
        """Both names, as she writes them."""
        return full_name(self.given_name, self.family_name)

    @property
    def safe_contact(self) -> SafeContact:
        """How she may be reached."""
        return SafeContact(
            frozenset(Channel(each) for each in self.unsafe_channels),
            self.may_leave_voicemail,
            self.safe_times,
            self.code_word,
        )

    @property
    def ways(self) -> Ways:
        """Where codes and links for her go, and which of the two others may read."""
        unsafe = {Way.PHONE: Channel.TEXT, Way.EMAIL: Channel.EMAIL}
        return Ways(
            self.phone, self.email, frozenset(way for way, said in unsafe.items() if said in self.unsafe_channels)
        )

    def save(self, **options: Any) -> None:
        """Save, with the names in plain letters, and their sounds, beside those she writes."""
        self.heard_as, self.sounds = plain_letters(self.full_name), sound_keys(self.full_name)
        changed = options.get("update_fields")
        if changed is not None and {"given_name", "family_name"} & set(changed):
            options["update_fields"] = {*changed, "heard_as", "sounds"}
        super().save(**options)


class Pregnancy(models.Model):
    """A pregnancy, from the first contact to the birth or its end."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="pregnancies")
    due_on = models.DateField()
    ended_on = models.DateField(null=True)
    expected_count = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(
        max_length=5, choices=[(outcome.value, outcome.value) for outcome in PregnancyOutcome], blank=True
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["family"], name="pregnancy_one_at_a_time", condition=Q(ended_on__isnull=True)
            ),
            models.CheckConstraint(condition=Q(due_on__gte="2000-01-01"), name="pregnancy_due_is_possible"),
            models.CheckConstraint(condition=Q(expected_count__range=(1, 8)), name="pregnancy_count_is_possible"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, outcome="")
                | Q(ended_on__isnull=False, outcome__in=[outcome.value for outcome in PregnancyOutcome]),
                name="pregnancy_end_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True)
                | Q(
                    ended_on__gte=F("due_on") - timedelta(days=301),
                    ended_on__lte=F("due_on") + timedelta(days=28),
                ),
                name="pregnancy_end_is_near_due",
            ),
        ]

    def __str__(self) -> str:
        return f"pregnancy {self.pk}"


class Baby(models.Model):
    """A child from birth."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="babies")
    name = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(db_index=True)
    written_on = models.DateField()
    birth_weight_g = models.PositiveSmallIntegerField(null=True)
    gestation_days = models.PositiveSmallIntegerField(null=True)
    pregnancy = models.ForeignKey(Pregnancy, on_delete=models.SET_NULL, related_name="babies", null=True)
    birth_time = models.TimeField(null=True)
    birth_place = CodeField(BirthPlace, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True)

    class Meta:
        verbose_name_plural = "babies"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["nhs_number"], name="baby_nhs_number_once", condition=~Q(nhs_number="")),
            models.CheckConstraint(
                condition=Q(nhs_number="") | Q(nhs_number__regex=NHS_NUMBER_PATTERN),
                name="baby_nhs_number_is_ten_digits",
            ),
            models.CheckConstraint(
                condition=Q(birth_place__in=["", *(each.value for each in BirthPlace)]),
                name="baby_birth_place_is_known",
            ),
            models.CheckConstraint(
                condition=Q(born_on__gte="2000-01-01", born_on__lte=F("written_on")), name="baby_is_born"
            ),
            models.CheckConstraint(
                condition=Q(birth_weight_g__isnull=True) | Q(birth_weight_g__range=(300, 8000)),
                name="baby_weight_is_possible",
            ),
            models.CheckConstraint(
                condition=Q(gestation_days__isnull=True) | Q(gestation_days__range=(140, 315)),
                name="baby_gestation_is_possible",
            ),
        ]

    def __str__(self) -> str:
        return f"baby {self.pk}"
