"""Requests about data, and the steps of each, which only grow."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token
from kith.platform.steps import Step
from kith.rights.rules.codes import LONGEST_WORDS, MACHINE, RequestKind, RequestState

ANSWERED = Q(state__in=sorted(state.value for state in MACHINE.settled))
OPEN = ~ANSWERED
COMPLAINT = Q(kind=RequestKind.COMPLAINT)


class DataRequestQuerySet(models.QuerySet["DataRequest"]):
    """Requests, by how they stand and who may see them."""

    def open(self) -> Self:
        """Those that wait for an answer."""
        return self.filter(OPEN)

    def visible_to(self, viewer: Viewer) -> Self:
        """A parent's own, and those that concern the viewer's organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        mine = Q(account_id=viewer.account_id) if viewer.is_parent and viewer.account_id else Q(pk=None)
        return self.filter(mine | Q(organisation_id__in=viewer.organisation_ids))


class DataRequest(models.Model):
    """What a person asks of the data held about them, of the organisation that answers for it.

    A visitor's words stand here and nowhere else: nothing looks up who they are, and no record knows of them.
    """

    kind = CodeField(RequestKind)
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    # None for a visitor, who has proved nothing.
    family = models.ForeignKey("families.Family", on_delete=models.PROTECT, related_name="+", null=True)
    account = models.ForeignKey("platform.Account", on_delete=models.SET_NULL, related_name="+", null=True)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)
    language = models.CharField(max_length=10)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    request_key = models.UUIDField(unique=True)
    received_on = models.DateField()
    acknowledge_by = models.DateField(null=True)
    due_on = models.DateField()
    state = CodeField(RequestState, default=RequestState.RECEIVED)
    answered_on = models.DateField(null=True)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=COMPLAINT | Q(account__isnull=False) | ANSWERED, name="data_request_is_a_parents"
            ),
            models.CheckConstraint(
                condition=(COMPLAINT & Q(acknowledge_by__isnull=False)) | (~COMPLAINT & Q(acknowledge_by=None)),
                name="data_request_complaint_is_acknowledged",
            ),
            models.CheckConstraint(
                condition=(OPEN & Q(answered_on=None)) | (ANSWERED & Q(answered_on__isnull=False)),
                name="data_request_answered_has_a_day",
            ),
            models.CheckConstraint(condition=ANSWERED | ~Q(words=""), name="data_request_says_what"),
        ]
        indexes: ClassVar = [models.Index(fields=["due_on"], condition=OPEN, name="data_request_open")]

    def __str__(self) -> str:
        return f"data request {self.pk}"


class DataRequestStep(Step):
    """One change of how a request stands: when, by which colleague, and what was said to the person who asked."""

    request = models.ForeignKey(DataRequest, on_delete=models.PROTECT, related_name="steps")
    state = CodeField(RequestState)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)

    machine = MACHINE

    def __str__(self) -> str:
        return f"{self.state} of data request {self.request_id}"
