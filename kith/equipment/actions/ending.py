"""What ends requests from outside: a death, and consent that is withdrawn. Each is safe to run twice."""

from kith.equipment.actions.handing_over import drop
from kith.equipment.actions.line import end
from kith.equipment.actions.locking import lock_line
from kith.equipment.actions.reminding import tell_desk
from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import PumpRequest, PumpRequestQuerySet
from kith.equipment.rules.codes import PumpRequestId, RequestState, WhyEnded
from kith.equipment.rules.notices import NoticeKind
from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.queries.reach import may_organisation_open
from kith.kernel.ids import OrganisationId
from kith.platform.access.viewer import system_actor
from kith.platform.action import action

BY = system_actor("equipment")


@action
def end_requests_for_bereavement(event: FamilyBereaved) -> None:
    """End the family's wishes without a word to it. A pump it has stays: the desk is told to offer collecting it."""
    lock_family(event.family_id)
    _end(PumpRequest.objects.open().filter(family_id=event.family_id), WhyEnded.BEREAVED)
    for loan in Loan.objects.out().filter(family_id=event.family_id):
        tell_desk(BY, loan, NoticeKind.PUMP_IN_BEREAVEMENT)


@action
def end_requests_without_consent(event: ConsentWithdrawn) -> None:
    """End what an organisation asked for the family by a record that it may open no longer.

    What the family asked for itself stays its own, and so does a pump that it has: it is part of an agreement.
    """
    if may_organisation_open(event.organisation_id, event.family_id):
        return
    lock_family(event.family_id)
    asked = PumpRequest.objects.open().filter(family_id=event.family_id, membership__isnull=False)
    _end(asked.filter(organisation_id=event.organisation_id), WhyEnded.CONSENT_WITHDRAWN)


def _end(rows: PumpRequestQuerySet, why: WhyEnded) -> None:
    for request_id, organisation_id in list(rows.order_by("pk").values_list("pk", "organisation_id")):
        lock_line(OrganisationId(organisation_id))
        row = PumpRequest.objects.locked(PumpRequestId(request_id))
        if row is None:
            continue
        for loan in Loan.objects.unfinished().filter(request=row):
            drop(BY, loan)
        end(BY, row, RequestState.ENDED, why)
