"""Panels, what is paid in writing, their members with each step, and tallies that hold no member."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.kernel.ids import FamilyId
from kith.panels.rules.codes import MEMBERS, MemberKind, MemberState, Paying, TotalOf
from kith.panels.rules.joining import NewTerms, expenses_of
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token
from kith.platform.steps import Step


class Panel(models.Model):
    """Parents and carers who are asked together, as long as it is open; spoken of on the public page."""

    name = models.CharField(max_length=120)
    about = models.TextField(max_length=1000)
    languages = ArrayField(models.CharField(max_length=10))
    founded_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    founded_on = models.DateField()
    closed_on = models.DateField(null=True)
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="panel_has_a_name"),
            models.CheckConstraint(condition=~Q(about=""), name="panel_says_what_for"),
        ]

    def __str__(self) -> str:
        return f"panel {self.pk}"


class PanelTermsQuerySet(models.QuerySet["PanelTerms"]):
    """Terms, by version."""

    def current(self) -> "PanelTerms | None":
        """Those that stand now."""
        return self.order_by("-version").first()


class PanelTerms(models.Model):
    """What is paid and which expenses, in codes and numbers, read in every language alike; never changed."""

    version = models.PositiveIntegerField(unique=True)
    session_pence = models.PositiveIntegerField()
    expenses = ArrayField(models.CharField(max_length=12))
    is_in_advance = models.BooleanField()
    paid_within_days = models.PositiveSmallIntegerField()
    advice = models.CharField(max_length=200, blank=True)
    written_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()

    objects = PanelTermsQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(session_pence=0) | ~Q(advice=""), name="panel_terms_name_advice"),
        ]

    def __str__(self) -> str:
        return f"terms {self.version}"

    @property
    def as_new(self) -> NewTerms:
        """What they say."""
        expenses = expenses_of(self.expenses)
        return NewTerms(self.session_pence, expenses, self.is_in_advance, self.paid_within_days, self.advice)


class PanelMemberQuerySet(models.QuerySet["PanelMember"]):
    """Members, by how far they have come."""

    def locked(self, member_id: int) -> "PanelMember | None":
        """The member, for nothing else to change her until the transaction ends."""
        return self.select_for_update(of=("self",)).filter(pk=member_id).first()

    def taking_part(self) -> Self:
        """Those who have agreed and have not left, by the day they came."""
        return self.filter(state=MemberState.MEMBER).order_by("pk")

    def of_family(self, family_id: FamilyId) -> Self:
        """Those who let it stand on their own page."""
        return self.filter(family_id=family_id).order_by("pk")


class PanelMember(models.Model):
    """A person who is asked to take part, or has agreed; with a family's record only where she has joined the two."""

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="members")
    family = models.ForeignKey("families.Family", on_delete=models.SET_NULL, related_name="+", null=True)
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=10)
    kind = CodeField(MemberKind)
    state = CodeField(MemberState)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    terms = models.ForeignKey(PanelTerms, on_delete=models.PROTECT, related_name="+", null=True)
    invited_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)
    creche_children = models.PositiveSmallIntegerField(null=True)
    interpreter_language = models.CharField(max_length=10, null=True)  # empty is a no, null: not asked
    paying = CodeField(Paying, default=Paying.NOT_SAID)
    resting_since = models.DateTimeField(null=True)
    request_key = models.UUIDField(unique=True)

    objects = PanelMemberQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="panel_member_has_a_name"),
            models.CheckConstraint(
                condition=Q(state="wished")
                | (Q(terms__isnull=False) & Q(invited_at__isnull=False))
                | Q(state="closed"),
                name="panel_member_invited_with_terms",
            ),
            models.CheckConstraint(
                condition=~Q(state="member") | Q(agreed_at__isnull=False), name="panel_member_has_agreed"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["panel", "state"], name="panel_member_by_state")]

    def __str__(self) -> str:
        return f"member {self.pk}"


class PanelMemberStep(Step):
    """One change of how far a person has come; the terms are those she was sent or agreed to."""

    member = models.ForeignKey(PanelMember, on_delete=models.CASCADE, related_name="steps")
    state = CodeField(MemberState)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    terms = models.ForeignKey(PanelTerms, on_delete=models.PROTECT, related_name="+", null=True)

    machine = MEMBERS

    def __str__(self) -> str:
        return f"{self.state} of member {self.member_id}"


class MemberTotal(models.Model):
    """How often one answer was given in one quarter, of all members together: there is no row of one person."""

    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    of = CodeField(TotalOf)
    answer = models.CharField(max_length=12)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year", "quarter", "of", "answer"], name="member_total_once")
        ]

    def __str__(self) -> str:
        return f"{self.of} {self.answer}"
