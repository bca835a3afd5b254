"""Use, cost and replacement of each pump, and what became of requests, for those who pay. No family is named."""

from dataclasses import dataclass
from datetime import date

from kith.equipment.models.units import Unit
from kith.equipment.queries.requests import requests_without_names
from kith.equipment.rules.codes import RequestState, UnitState, WhyEnded
from kith.equipment.rules.costs import Use
from kith.kernel.ids import OrganisationId
from kith.organisations.queries.people import organisation_cards
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged


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


def use_page(viewer: Viewer, asked: ListAsked) -> UsePage:
    """Each pump of the place, the one to be replaced first at the top."""
    access.require(viewer, Permission.SEE_NUMBERS)
    found = paged(Unit.objects.select_related("model").order_by("came_on", "pk"), asked)
    names = organisation_cards(OrganisationId(row.organisation_id) for row in found.rows)
    requests = requests_without_names()
    return UsePage(
        found.with_rows(_row(row, names[OrganisationId(row.organisation_id)].name) for row in found.rows),
        tuple((state, sum(each.state is state for each in requests)) for state in RequestState),
        sum(each.ended_as is WhyEnded.NO_NEED_NAMED for each in requests),
    )


def _row(row: Unit, organisation: str) -> UseRow:
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
