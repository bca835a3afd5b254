"""The order in which what belongs together is held: the line of an organisation, then a pump, a request, a loan."""

from django.db import connection

from kith.equipment.models.loans import Loan
from kith.equipment.models.requests import PumpRequest
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import LoanId, PumpRequestId, UnitId
from kith.kernel.ids import OrganisationId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor

LINE = 0x9A17
"""Names the line of those who wait among the locks of the database."""


def lock_line(organisation_id: OrganisationId) -> None:
    """Hold the line of those who wait at this organisation until the transaction ends: one desk decides at a time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LINE, organisation_id])


def locked_unit(by: Actor, unit_id: UnitId) -> Unit:
    """A pump of the actor's own organisation, held with the line; NotFound for any other."""
    organisation_id = access.visible(by, Unit.objects.filter(pk=unit_id)).values_list("organisation_id", flat=True)
    for each in organisation_id[:1]:
        lock_line(OrganisationId(each))
    row = Unit.objects.locked(unit_id) if organisation_id else None
    if row is None:
        raise NotFound("pump")
    return row


def locked_request(by: Actor, request_id: PumpRequestId) -> PumpRequest:
    """A request to the actor's own organisation, or of her own family, held with the line."""
    found = access.visible(by, PumpRequest.objects.filter(pk=request_id)).first()
    if found is None:
        raise NotFound("request")
    lock_line(OrganisationId(found.organisation_id))
    row = PumpRequest.objects.locked(request_id)
    if row is None:
        raise NotFound("request")
    return row


def locked_loan(by: Actor, loan_id: LoanId) -> Loan:
    """A loan of the actor's own organisation, or of her own family, held with the line and its pump."""
    found = access.visible(by, Loan.objects.filter(pk=loan_id)).first()
    if found is None:
        raise NotFound("loan")
    lock_line(OrganisationId(found.organisation_id))
    Unit.objects.locked(UnitId(found.unit_id))
    row = Loan.objects.locked(loan_id)
    if row is None:
        raise NotFound("loan")
    return row
