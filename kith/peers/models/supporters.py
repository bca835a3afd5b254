"""Supporters, from their first word to their last day, and each step between."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.peers.models.courses import PeerCourse
from kith.peers.rules.codes import PATH, Gender, Lived, SupporterState, Times
from kith.peers.rules.matching import MOST_PLACES, Offered
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token
from kith.platform.steps import Step

OVER = (SupporterState.LEFT, SupporterState.CLOSED)


class PeerSupporterQuerySet(models.QuerySet["PeerSupporter"]):
    """Supporters, by how far they have come."""

    def locked(self, supporter_id: int) -> "PeerSupporter | None":
        """The supporter, for nothing else to change them until the transaction ends."""
        return self.select_for_update(of=("self",)).filter(pk=supporter_id).first()

    def open(self) -> Self:
        """Those who are on the path, active or paused."""
        return self.exclude(state__in=OVER)

    def active(self) -> Self:
        """Those who support families now, the first to come first."""
        return self.filter(state=SupporterState.ACTIVE).order_by("pk")

    def reached_by(self, email: str, phone: str) -> Self:
        """Those with this e-mail address or this phone."""
        of_mail = Q(email=email) if email else Q(pk__in=[])
        return self.filter(of_mail | (Q(phone=phone) if phone else Q(pk__in=[])))


class PeerSupporter(models.Model):
    """A person who wishes to support other parents, is on the way to it, does so, or did."""

    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=10)
    state = CodeField(SupporterState)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    languages = ArrayField(models.CharField(max_length=10), default=list)
    community = models.CharField(max_length=12, blank=True)
    ward = models.CharField(max_length=12, blank=True)
    lived = ArrayField(models.CharField(max_length=12), default=list)
    times = ArrayField(models.CharField(max_length=12), default=list)
    gender = CodeField(Gender, blank=True)
    about = models.CharField(max_length=200, blank=True)
    why = models.TextField(max_length=1000, blank=True)
    interview = models.TextField(max_length=1000, blank=True)
    course = models.ForeignKey(PeerCourse, on_delete=models.PROTECT, related_name="supporters", null=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    supervisor = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    places = models.PositiveSmallIntegerField(default=3)
    created_at = models.DateTimeField()
    request_key = models.UUIDField(unique=True)

    objects = PeerSupporterQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="peer_has_a_name"),
            models.CheckConstraint(condition=~(Q(email="") & Q(phone="")), name="peer_can_be_reached"),
            models.CheckConstraint(condition=Q(places__lte=MOST_PLACES), name="peer_has_few_places"),
            models.CheckConstraint(
                condition=~Q(state__in=["active", "paused"]) | Q(membership__isnull=False), name="peer_active_at_work"
            ),
            models.UniqueConstraint(
                fields=["membership"],
                condition=Q(membership__isnull=False) & ~Q(state__in=["left", "closed"]),
                name="peer_once_at_work",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["state"], name="peer_by_state")]

    def __str__(self) -> str:
        return f"supporter {self.pk}"

    @property
    def offered(self) -> Offered:
        """What they say of themselves."""
        lived, times = (Lived(each) for each in self.lived), (Times(each) for each in self.times)
        gender = Gender(self.gender) if self.gender else None
        return Offered(tuple(self.languages), self.community, self.ward, tuple(lived), tuple(times), gender)


class PeerSupporterStep(Step):
    """One change of how far a supporter has come."""

    supporter = models.ForeignKey(PeerSupporter, on_delete=models.CASCADE, related_name="steps")
    state = CodeField(SupporterState)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    machine = PATH

    def __str__(self) -> str:
        return f"{self.state} of supporter {self.supporter_id}"
