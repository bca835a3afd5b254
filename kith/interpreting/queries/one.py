"""One booking opened: what was asked, every step, who can be offered, and the number to ring instead."""

from dataclasses import dataclass
from datetime import datetime

from kith.families.queries.reach import may_open
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.interpreters import Interpreter, InterpreterLine
from kith.interpreting.queries.rows import InterpreterBookingRow, row_of
from kith.interpreting.rules import choosing
from kith.interpreting.rules.choosing import Choice
from kith.interpreting.rules.codes import HELD, State, Why
from kith.interpreting.rules.states import shows_telephone_line
from kith.kernel import clock
from kith.kernel.ids import FamilyId, InterpreterBookingId, MembershipId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.walls.saying import beyond


@dataclass(frozen=True)
class StepRow:
    """A step of the booking's way."""

    state: State
    at: datetime
    by: MembershipCard | None
    interpreter: str
    by_interpreter: bool
    late_minutes: int | None
    why: Why | None


@dataclass(frozen=True)
class LineCard:
    """The number to ring where no interpreter is there."""

    phone: str
    access_code: str
    is_confirmed: bool


@dataclass(frozen=True)
class InterpreterContact:
    """How to reach the interpreter who is offered or comes."""

    name: str
    agency: str
    phone: str
    email: str


@dataclass(frozen=True)
class InterpreterBookingPage:
    """A booking as the people who arrange and use it see it; ``may_open_family`` says whether to link her record."""

    row: InterpreterBookingRow
    steps: tuple[StepRow, ...]
    asked_by: MembershipCard | None
    interpreter: InterpreterContact | None
    choices: tuple[Choice, ...]
    line: LineCard | None
    may_change: bool
    may_open_family: bool


def interpreter_booking(viewer: Viewer, booking_id: InterpreterBookingId) -> InterpreterBookingPage:
    """The booking, for those who may open the family's record or arrange for its organisation. A logged read."""
    row = InterpreterBooking.objects.select_related("interpreter").filter(pk=booking_id).first()
    if row is None or not row.is_within_reach(viewer):
        raise NotFound("interpreter booking")
    family_id = FamilyId(row.family_id)
    audit.read(viewer, "interpreting.booking_opened", row._meta.label, row.pk, family_id=family_id)
    asked_by = MembershipId(row.membership_id) if row.membership_id else None
    cards = membership_cards([asked_by] if asked_by else [])
    is_own = row.organisation_id in viewer.organisation_ids or viewer.kind is ViewerKind.SYSTEM
    booking = row_of(row)
    return InterpreterBookingPage(
        row=booking,
        steps=_steps(row),
        asked_by=cards.get(asked_by) if asked_by else None,
        interpreter=_contact(row) if is_own else None,
        choices=tuple(choices_for(row)) if is_own and row.status.is_live and not booking.has_begun else (),
        line=line_for(row) if is_own else None,
        may_change=is_own,
        may_open_family=may_open(viewer, family_id),
    )


def _steps(row: InterpreterBooking) -> tuple[StepRow, ...]:
    steps = list(row.states.select_related("interpreter").order_by("at", "pk"))
    people = membership_cards(MembershipId(each.membership_id) for each in steps if each.membership_id)
    return tuple(
        StepRow(
            state=each.state,
            at=each.at,
            by=people.get(MembershipId(each.membership_id)) if each.membership_id else None,
            interpreter=each.interpreter.name if each.interpreter else "",
            by_interpreter=each.by_interpreter,
            late_minutes=each.late_minutes,
            why=Why(each.why) if each.why else None,
        )
        for each in steps
    )


@beyond("who is free and whom the family knows: an interpreter works for every organisation")
def choices_for(row: InterpreterBooking) -> list[Choice]:
    """Who can be offered, the same interpreter as before first; the one who is asked now is left out."""
    speaking = Interpreter.objects.working().filter(languages__language=row.language).distinct()
    busy = set(
        InterpreterBooking.objects.filter(
            state__in=sorted(HELD), held_from__lt=row.held_until, held_until__gt=row.held_from
        ).values_list("interpreter_id", flat=True)
    )
    asked = row.interpreter_id if row.state in HELD else None
    offerable = [
        each.offerable(row.language, is_free=each.pk not in busy)
        for each in speaking.prefetch_related("languages")
        if each.pk != asked
    ]
    return choosing.choices(row.wanted, offerable, InterpreterBooking.objects.past_of(FamilyId(row.family_id)))


def line_for(row: InterpreterBooking) -> LineCard | None:
    """The organisation's telephone line, from the day before on and at once where it has failed."""
    if not shows_telephone_line(row.status, row.language, now=clock.now()):
        return None
    found = InterpreterLine.objects.filter(organisation_id=row.organisation_id).first()
    return LineCard(found.phone, found.access_code, found.confirmed_on is not None) if found else None


def _contact(row: InterpreterBooking) -> InterpreterContact | None:
    one = row.interpreter
    if one is None or row.state not in HELD | {State.DONE, State.FAILED}:
        return None
    return InterpreterContact(one.name, one.agency, one.phone, one.email)
