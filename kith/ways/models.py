"""Proposed changes of ways, and what became of each. Addresses stand here only while a proposal waits."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.kernel import clock
from kith.kernel.private_links import MOST_WRONG, CodeFacts
from kith.kernel.ways import LASTS, PROPOSAL, Proof, ProposalFacts, ProposalState, Way
from kith.platform.codes import CodeField
from kith.platform.steps import Step

PAGE = "ways.page"
"""What the secret part of the old way's link opens."""
WAITING = Q(state=ProposalState.WAITING)
SECRETS = ("old", "new", "asked", "token_digest", "code_digest")
"""What is emptied once the proposal is settled."""


class WayProposalQuerySet(models.QuerySet["WayProposal"]):
    """Proposals, by how they stand."""

    def waiting(self) -> Self:
        """Those that may still be answered."""
        return self.filter(WAITING, proposed_at__gt=clock.now() - LASTS)

    def lapsed(self) -> Self:
        """Those that wait, though they are too old to count."""
        return self.filter(WAITING, proposed_at__lte=clock.now() - LASTS)


class WayProposal(models.Model):
    """A way that is to be another: whose, which of theirs, and who proposed it. One waits for each way at a time."""

    kind = models.SlugField(max_length=20)
    # No key into another table: the rooms whose ways these are stand above.
    subject_id = models.CharField(max_length=40)
    organisation_id = models.BigIntegerField(null=True)
    way = CodeField(Way)
    old = models.CharField(max_length=254, blank=True)
    new = models.CharField(max_length=254, blank=True)
    asked = models.CharField(max_length=254, blank=True)
    language = models.CharField(max_length=20)
    token_digest = models.CharField(max_length=64, blank=True)
    code_digest = models.CharField(max_length=64, blank=True)
    code_count = models.PositiveSmallIntegerField(default=0)
    wrong_count = models.PositiveSmallIntegerField(default=0)
    proposed_by_id = models.BigIntegerField(null=True)
    proposed_at = models.DateTimeField()
    state = CodeField(ProposalState, default=ProposalState.WAITING)

    objects = WayProposalQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["proposed_at"], name="way_proposal_waiting", condition=WAITING)]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "subject_id", "way"], name="way_proposal_one_waits", condition=WAITING
            ),
            models.UniqueConstraint(
                fields=["token_digest"], name="way_proposal_by_link", condition=~Q(token_digest="")
            ),
            models.CheckConstraint(condition=~WAITING | ~Q(old=F("new")), name="way_proposal_changes_something"),
            models.CheckConstraint(
                condition=WAITING | Q(**dict.fromkeys(SECRETS, "")), name="way_proposal_settled_says_no_address"
            ),
            models.CheckConstraint(condition=Q(wrong_count__lte=MOST_WRONG), name="way_proposal_tries_are_few"),
        ]

    def __str__(self) -> str:
        return f"way proposal {self.pk}"

    @property
    def facts(self) -> ProposalFacts:
        """The proposal as its rules know it."""
        return ProposalFacts(self.state, self.proposed_at, self.proposed_by_id)

    @property
    def code(self) -> CodeFacts | None:
        """The code that was sent to the new way, as its rule knows it; None where no way is to be proved."""
        return CodeFacts(self.proposed_at + LASTS, self.wrong_count) if self.code_digest else None


class WayProposalStep(Step):
    """What became of a proposal: when, by whose word, and why where a second person gave it."""

    proposal = models.ForeignKey(WayProposal, on_delete=models.PROTECT, related_name="steps")
    state = CodeField(ProposalState)
    proof = CodeField(Proof, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    membership_id = models.BigIntegerField(null=True)

    machine = PROPOSAL

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=ProposalState.CHANGED) | Q(proof="", reason=""), name="way_proposal_proof_of_a_change"
            ),
            models.CheckConstraint(
                condition=~Q(proof=Proof.SECOND_PERSON) | (Q(membership_id__isnull=False) & ~Q(reason="")),
                name="way_proposal_second_person_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} of way proposal {self.proposal_id}"
