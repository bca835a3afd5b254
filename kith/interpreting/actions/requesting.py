"""Asking for an interpreter, and no longer needing one."""

from datetime import datetime

from kith.families.actions.locking import lock_family
from kith.interpreting.actions.moving import call_off, locked, note, stretch
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.rules.codes import GenderWish, Mode, State, What
from kith.interpreting.rules.states import booked_minutes, may_request
from kith.interpreting.settings import LENGTH_FACTOR
from kith.kernel import clock, ids
from kith.kernel.ids import FamilyId, InterpreterBookingId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def request_interpreter(
    *,
    by: Actor,
    family_id: FamilyId,
    starts_at: datetime,
    minutes: int,
    language: str,
    mode: Mode,
    what: What = What.VISIT,
    dialect: str = "",
    gender: GenderWish = GenderWish.ANY,
    place: str = "",
    is_doubled: bool = True,
    need: str = "",
    organisation_id: OrganisationId | None = None,
    request_key: str = "",
) -> InterpreterBookingId:
    """Ask for an interpreter for this family; the same ``request_key`` or live ``need`` never asks twice.

    ``minutes`` is how long the talk takes without one; by default twice that is booked. ``organisation_id``
    is who pays: for a worker, their own organisation.
    """
    access.require(by, Permission.BOOK_INTERPRETER, family_id=family_id)
    lock_family(family_id)
    if earlier := _earlier(family_id, need, request_key):
        return earlier
    row = InterpreterBooking(
        family_id=family_id,
        organisation_id=organisation_id or _own(by),
        membership_id=by.membership_id,
        what=what,
        need=need,
        request_key=request_key or str(ids.new_uuid()),
        language=language,
        dialect=dialect.strip(),
        gender=gender,
        mode=mode,
        place=place.strip(),
        starts_at=starts_at,
        minutes=booked_minutes(minutes, factor=LENGTH_FACTOR.now, is_doubled=is_doubled),
        is_doubled=is_doubled,
        state=State.REQUESTED,
    )
    stretch(row)
    _decide(row)
    row.save(force_insert=True)
    note(by, row)
    return InterpreterBookingId(row.pk)


@action
def cancel_interpreter(*, by: Actor, booking_id: InterpreterBookingId) -> None:
    """Need her no longer; hours before it begins she is still paid for the time she kept. Cancelled twice is once."""
    call_off(by, locked(by, booking_id))


@action
def cancel_need(*, by: Actor, need: str) -> None:
    """The same for whatever the need of this name has booked, by Kith itself; safe to run twice."""
    access.require(by, Permission.MANAGE_INTERPRETING)
    live = InterpreterBooking.objects.live().filter(need=need).values_list("pk", flat=True)
    for booking_id in list(live):
        row = locked(by, InterpreterBookingId(booking_id))
        if row.starts_at > clock.now():
            call_off(by, row)


def overlapping(row: InterpreterBooking) -> InterpreterBooking | None:
    """A live booking of the same family for the same language at the same time."""
    live = InterpreterBooking.objects.live().filter(family_id=row.family_id, language=row.language)
    return live.filter(starts_at__lt=row.ends_at, ends_at__gt=row.starts_at).first()


def _decide(row: InterpreterBooking) -> None:
    refusal = may_request(
        language=row.language, mode=row.mode, starts_at=row.starts_at, minutes=row.minutes, now=clock.now()
    )
    if refusal:
        raise refusal
    if found := overlapping(row):
        raise Refusal("already_asked", offer="see_it", booking_id=found.pk)


def _earlier(family_id: FamilyId, need: str, request_key: str) -> InterpreterBookingId | None:
    rows = InterpreterBooking.objects.filter(family_id=family_id)
    found = rows.filter(request_key=request_key).first() if request_key else None
    if found is None and need:
        found = rows.live().filter(need=need).first()
    if found is None and request_key and InterpreterBooking.objects.filter(request_key=request_key).exists():
        raise Refusal("request_key_used")
    return InterpreterBookingId(found.pk) if found else None


def _own(by: Actor) -> OrganisationId:
    if len(by.organisation_ids) != 1:
        raise Refusal("say_who_pays")
    (own,) = by.organisation_ids
    return own
