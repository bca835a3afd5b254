"""Use, cost and replacement of each pump, and what became of requests, for those who pay. No family is named."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, IntegerField, Q, Sum
from django.db.models.functions import Coalesce, ExtractDay

from kith.equipment.models.requests import PumpRequest
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import Helped, RequestState, UnitState, WhyEnded
from kith.equipment.rules.costs import Use
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.organisations.queries.people import organisation_cards
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.walls.saying import beyond


@dataclass(frozen=True)
class UseRow:
    """One pump and how it was used."""

    tag: str
    model: str
    organisation: str
    state: UnitState
    use: Use
    replace_on: date


@dataclass(frozen=True)
class UsePage:
    """Every pump of the place, and what became of the requests of the last year."""

    rows: Paged[UseRow]
    ends: tuple[tuple[RequestState, int], ...]
    refused: int


@beyond("how each pump was used and what became of requests: counts, of no family, for those who pay for pumps")
def use_page(viewer: Viewer, asked: ListAsked) -> UsePage:
    """Each pump of the place, the one to be replaced first at the top."""
    access.require(viewer, Permission.SEE_NUMBERS)
    found = paged(_used().order_by("came_on", "pk"), asked)
    names = organisation_cards(OrganisationId(row.organisation_id) for row in found.rows)
    ends = PumpRequest.objects.order_by().values_list("state").annotate(count=Count("pk"))
    refused = PumpRequest.objects.filter(ended_as=WhyEnded.NO_NEED_NAMED).count()
    counts = {RequestState(state): count for state, count in ends}
    return UsePage(
        found.with_rows(_row(row, names[OrganisationId(row.organisation_id)].name) for row in found.rows),
        tuple((state, counts.get(state, 0)) for state in RequestState),
        refused,
    )


def _used() -> Any:
    out = Q(loans__handed_over_at__isnull=False)
    days = ExtractDay(Coalesce(F("loans__ended_at"), clock.now()) - F("loans__handed_over_at"))
    return Unit.objects.select_related("model").annotate(
        loan_count=Count("loans", filter=out),
        day_count=Coalesce(Sum(days, filter=out, output_field=IntegerField()), 0),
        helped_count=Count("loans", filter=Q(loans__helped__in=[Helped.YES, Helped.PARTLY])),
        answered_count=Count("loans", filter=out & ~Q(loans__helped__in=["", Helped.NOT_SAID])),
    )


def _row(row: Any, organisation: str) -> UseRow:
    use = Use(
        came_on=row.came_on,
        price_pence=row.price_pence,
        loans=row.loan_count,
        days_out=row.day_count,
        helped=row.helped_count,
        answered=row.answered_count,
        lasts_years=row.model.lasts_years,
    )
    return UseRow(row.tag, row.model.name, organisation, row.state, use, use.replace_on())
