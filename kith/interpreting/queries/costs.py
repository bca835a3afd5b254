"""What interpreting costs, by month and organisation."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, F, Q, Sum

from kith.interpreting.models.bookings import InterpreterBooking, InterpreterBookingQuerySet
from kith.interpreting.queries.rows import InterpreterBookingRow, rows_of
from kith.interpreting.rules.codes import State
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.organisations.queries.people import organisation_cards
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.walls.saying import beyond


@dataclass(frozen=True)
class OrganisationCosts:
    """One organisation's month."""

    organisation: str
    done: int
    failed: int
    minutes: int
    time_pence: int
    travel_pence: int

    @property
    def pence(self) -> int:
        """All of it."""
        return self.time_pence + self.travel_pence


@dataclass(frozen=True)
class CostLine:
    """One booking that is paid."""

    booking: InterpreterBookingRow
    minutes: int
    time_pence: int
    travel_pence: int


@dataclass(frozen=True)
class MonthCosts:
    """A month: sums of every organisation, and the lines of one's own."""

    month: date
    organisations: tuple[OrganisationCosts, ...]
    lines: Paged[CostLine]
    earlier: date
    later: date | None


def month_costs(viewer: Viewer, month: date, asked: ListAsked) -> MonthCosts:
    """The month in which the day lies. Sums hold no names; the lines are those of the viewer's organisation."""
    access.require(viewer, Permission.MANAGE_INTERPRETING)
    audit.read(viewer, "interpreting.costs_listed", "organisations.Membership", viewer.membership_id)
    first = month.replace(day=1)
    following = _next_month(first)
    settled = InterpreterBooking.objects.filter(
        state__in=[State.DONE, State.FAILED], starts_at__gte=_midnight(first), starts_at__lt=_midnight(following)
    )
    own = settled.filter(organisation_id__in=viewer.organisation_ids, time_pence__gt=0).select_related("interpreter")
    found = paged(own.order_by("starts_at", "pk"), asked)
    lines = zip(rows_of(found.rows), found.rows, strict=True)
    return MonthCosts(
        month=first,
        organisations=tuple(_sums(settled)),
        lines=found.with_rows(
            CostLine(line, row.paid_minutes, row.time_pence, row.travel_pence) for line, row in lines
        ),
        earlier=_previous_month(first),
        later=following if following <= clock.today() else None,
    )


@beyond("sums of each organisation, without a name")
def _sums(settled: InterpreterBookingQuerySet) -> list[OrganisationCosts]:
    rows = list(
        settled.values("organisation_id").annotate(
            done=Count("pk", filter=Q(state=State.DONE)),
            failed=Count("pk", filter=Q(state=State.FAILED)),
            all_minutes=Sum("paid_minutes"),
            all_time=Sum("time_pence"),
            all_travel=Sum(F("travel_pence")),
        )
    )
    names = organisation_cards(OrganisationId(row["organisation_id"]) for row in rows)
    found = [
        OrganisationCosts(
            names[OrganisationId(row["organisation_id"])].name,
            row["done"],
            row["failed"],
            row["all_minutes"],
            row["all_time"],
            row["all_travel"],
        )
        for row in rows
    ]
    return sorted(found, key=lambda each: (-each.pence, each.organisation))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), clock.LONDON)


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _previous_month(first: date) -> date:
    return date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1)
