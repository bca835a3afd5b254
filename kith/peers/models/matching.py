"""What mothers ask for, the supporters they chose and did not want, and what each wish weighs."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import MATCHES, MatchState, WhyChanged, WishState
from kith.peers.rules.matching import Wish
from kith.platform.answers import Answered, AnsweredQuerySet, one_current
from kith.platform.codes import CodeField
from kith.platform.steps import Step


class PeerWishQuerySet(models.QuerySet["PeerWish"]):
    """Wishes for a supporter, by how they stand."""

    def open(self) -> Self:
        """Those that wait for a supporter, the longest first."""
        return self.filter(state=WishState.OPEN).order_by("asked_at", "pk")

    def of_family(self, family_id: object) -> Self:
        """The family's, the newest first."""
        return self.filter(family_id=family_id).order_by("-pk")


class PeerWish(models.Model):
    """What a mother asks for: traits that must be, must not be, or would be good; she may change it at any time."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    state = CodeField(WishState, default=WishState.OPEN)
    language = models.CharField(max_length=10)
    must = ArrayField(models.CharField(max_length=40), default=list)
    must_not = ArrayField(models.CharField(max_length=40), default=list)
    wishes = ArrayField(models.CharField(max_length=40), default=list)
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = PeerWishQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["family"], name="peer_wish_of_family"),
            models.Index(fields=["asked_at"], condition=Q(state="open"), name="peer_wish_open"),
        ]

    def __str__(self) -> str:
        return f"wish {self.pk}"

    @property
    def said(self) -> Wish:
        """What she asks for."""
        return Wish(frozenset(self.must), frozenset(self.must_not), frozenset(self.wishes))


class PeerVeto(models.Model):
    """A supporter a mother does not want; no reason is asked or kept."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    supporter = models.ForeignKey(PeerSupporter, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["family"], name="peer_veto_of_family")]

    def __str__(self) -> str:
        return f"veto {self.pk}"


class PeerMatchQuerySet(models.QuerySet["PeerMatch"]):
    """Matches, by how they stand."""

    def open(self) -> Self:
        """Those that are not over, paused ones too."""
        return self.exclude(state=MatchState.ENDED).order_by("pk")

    def active(self) -> Self:
        """Those in which a mother is supported now."""
        return self.filter(state=MatchState.ACTIVE).order_by("pk")


class PeerMatch(models.Model):
    """A mother and the supporter she chose; ``met`` are her wishes that the supporter fulfilled on that day."""

    wish = models.ForeignKey(PeerWish, on_delete=models.CASCADE, related_name="matches")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    supporter = models.ForeignKey(PeerSupporter, on_delete=models.PROTECT, related_name="matches")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    state = CodeField(MatchState)
    met = ArrayField(models.CharField(max_length=40), default=list)
    unmet = ArrayField(models.CharField(max_length=40), default=list)
    arranged_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = PeerMatchQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["wish"], condition=Q(state__in=["active", "paused"]), name="one_supporter_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state="ended", ended_at__isnull=False) | (~Q(state="ended") & Q(ended_at=None)),
                name="match_ended_at_a_time",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["family"], name="peer_match_of_family"),
            models.Index(fields=["supporter"], condition=~Q(state="ended"), name="peer_match_of_supporter"),
        ]

    def __str__(self) -> str:
        return f"match {self.pk}"


class PeerMatchStep(Step):
    """One change of a match, and why it was paused or ended; a mother is not asked."""

    match = models.ForeignKey(PeerMatch, on_delete=models.CASCADE, related_name="steps")
    state = CodeField(MatchState)
    why = CodeField(WhyChanged, blank=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    machine = MATCHES

    def __str__(self) -> str:
        return f"{self.state} of match {self.match_id}"


class MatchWeightQuerySet(AnsweredQuerySet["MatchWeight"]):
    """Weights, by whether they count."""


class MatchWeight(Answered):
    """How much one kind of wish weighs in a proposal, as the coordinator set it."""

    kind = models.CharField(max_length=12)
    weight = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    set_at = models.DateTimeField()

    objects: ClassVar = MatchWeightQuerySet.as_manager()

    question: ClassVar = ("kind",)
    says: ClassVar = ("weight",)

    class Meta:
        constraints: ClassVar = [one_current("kind", name="one_weight_of_a_kind")]

    def __str__(self) -> str:
        return f"weight of {self.kind}"
