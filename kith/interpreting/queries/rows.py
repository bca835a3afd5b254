"""A booking as lists and pages show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from kith.families.queries.first_names import first_names
from kith.interpreting.models.bookings import InterpreterBooking, InterpreterBookingQuerySet
from kith.interpreting.rules.codes import TO_ARRANGE, UNCONFIRMED, GenderWish, Mode, State, What, Why, Wish
from kith.kernel import clock
from kith.kernel.ids import FamilyId, InterpreterBookingId, InterpreterId, MembershipId, OrganisationId
from kith.platform.access.viewer import system_actor
from kith.platform.listing import ListAsked, Paged, paged
from kith.walls.saying import beyond

# Those who may see a booking may know the first name in it, and no more: that they see it was decided before.
NAMER = system_actor("interpreting")


@dataclass(frozen=True)
class InterpreterBookingRow:
    """A booking with the first name of the parent and the name of the interpreter, where there is one."""

    id: InterpreterBookingId
    family_id: FamilyId
    organisation_id: OrganisationId
    membership_id: MembershipId | None
    interpreter_id: InterpreterId | None
    first_name: str
    interpreter: str
    what: What
    language: str
    dialect: str
    gender: GenderWish
    mode: Mode
    place: str
    starts_at: datetime
    ends_at: datetime
    minutes: int
    is_doubled: bool
    state: State
    why: Why | None
    late_minutes: int | None
    token: str
    revision: int
    worker_wish: Wish | None
    family_wish: Wish | None
    pence: int

    @property
    def is_to_arrange(self) -> bool:
        """Whether an interpreter is still to be asked."""
        return self.state in TO_ARRANGE

    @property
    def is_unconfirmed(self) -> bool:
        """Whether no interpreter has said yes."""
        return self.state in UNCONFIRMED

    @property
    def has_begun(self) -> bool:
        """Whether its time has come."""
        return self.starts_at <= clock.now()


def rows_of(bookings: Iterable[InterpreterBooking]) -> list[InterpreterBookingRow]:
    """The rows of bookings that come with their interpreters; one question more for all first names."""
    found = list(bookings)
    names = _names({FamilyId(each.family_id) for each in found})
    return [_row(each, names.get(FamilyId(each.family_id), "")) for each in found]


@beyond("those who may see a booking may know the first name in it, and no more")
def _names(family_ids: set[FamilyId]) -> dict[FamilyId, str]:
    return first_names(NAMER, family_ids)


def pages_of(lists: Mapping[str, InterpreterBookingQuerySet], asked: ListAsked) -> list[Paged[InterpreterBookingRow]]:
    """The page asked for of each list, by the id of its heading, soonest first; one question for all first names."""
    pages = [
        paged(found.select_related("interpreter").order_by("starts_at", "pk"), asked.of_part(part))
        for part, found in lists.items()
    ]
    rows = iter(rows_of(chain.from_iterable(each.rows for each in pages)))
    return [each.with_rows(islice(rows, len(each.rows))) for each in pages]


def row_of(booking: InterpreterBooking) -> InterpreterBookingRow:
    """The row of one booking."""
    return rows_of([booking])[0]


def _row(row: InterpreterBooking, first_name: str) -> InterpreterBookingRow:
    return InterpreterBookingRow(
        id=InterpreterBookingId(row.pk),
        family_id=FamilyId(row.family_id),
        organisation_id=OrganisationId(row.organisation_id),
        membership_id=MembershipId(row.membership_id) if row.membership_id else None,
        interpreter_id=InterpreterId(row.interpreter_id) if row.interpreter_id else None,
        first_name=first_name,
        interpreter=row.interpreter.name if row.interpreter and row.state not in TO_ARRANGE else "",
        what=row.what,
        language=row.language,
        dialect=row.dialect,
        gender=row.gender,
        mode=row.mode,
        place=row.place,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        minutes=row.minutes,
        is_doubled=row.is_doubled,
        state=row.state,
        why=row.why or None,
        late_minutes=row.late_minutes,
        token=row.token,
        revision=row.revision,
        worker_wish=row.worker_wish or None,
        family_wish=row.family_wish or None,
        pence=row.time_pence + row.travel_pence,
    )
