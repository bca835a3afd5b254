"""Telling interpreters, families and workers about an interpreter's booking. Listeners; safe to run twice.

An interpreter's messages name no family: what she needs to know stands on her own page, behind a code.
"""

from collections.abc import Collection

from kith.families.queries.cards import contact_of
from kith.interpreting.events import (
    InterpreterConfirmed,
    InterpreterDeclined,
    InterpreterLate,
    InterpreterOffered,
    InterpreterReleased,
    InterpreterUnconfirmed,
)
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.rules.codes import COMING, HELD, UNCONFIRMED, State
from kith.interpreting.rules.notices import NoticeKind
from kith.kernel.ids import FamilyId, InterpreterBookingId, MembershipId, OrganisationId
from kith.messages.actions.queueing import queue_message
from kith.organisations.queries.people import membership_card, organisation_cards, people_who_may
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts
from kith.platform.private_links import address
from kith.tasks.actions.notices import raise_notice

TELLER = system_actor("interpreting.telling")


@action_in_parts
def ask_interpreter(event: InterpreterOffered) -> None:
    """Ask the interpreter whether she can come; not where the booking has gone on since."""
    row = _booking(event.booking_id)
    if row.state == State.OFFERED and row.interpreter_id == event.interpreter_id:
        _tell_interpreter(row, row.interpreter, "interpreter_offer", f"{event.booking_id}:{event.revision}")


@action_in_parts
def tell_interpreter_booked(event: InterpreterConfirmed) -> None:
    """Confirm it to the interpreter, and tell the family who comes and when."""
    row = _booking(event.booking_id)
    if row.state not in COMING:
        return
    key = f"{event.booking_id}:{row.interpreter_id}"
    _tell_interpreter(row, row.interpreter, "interpreter_confirmed", key)
    _tell_family(row, key)


@action_in_parts
def release_interpreter(event: InterpreterReleased) -> None:
    """Tell the interpreter that her time is her own again, and never why."""
    row = _booking(event.booking_id)
    if row.interpreter_id == event.interpreter_id and row.state in HELD:
        return
    released = Interpreter.objects.filter(pk=event.interpreter_id).first()
    _tell_interpreter(row, released, "interpreter_released", f"{event.booking_id}:{event.revision}")


@action_in_parts
def warn_of_unconfirmed_interpreter(event: InterpreterUnconfirmed) -> None:
    """Warn the worker who asked that it begins soon and no interpreter has said yes."""
    _warn(event.booking_id, NoticeKind.INTERPRETER_UNCONFIRMED, event.revision, UNCONFIRMED)


@action_in_parts
def warn_of_declined_interpreter(event: InterpreterDeclined) -> None:
    """Warn the worker who asked that the interpreter cannot come."""
    _warn(event.booking_id, NoticeKind.INTERPRETER_DECLINED, event.revision, {State.DECLINED})


@action_in_parts
def warn_of_late_interpreter(event: InterpreterLate) -> None:
    """Warn the worker who asked that the interpreter will be late."""
    _warn(event.booking_id, NoticeKind.INTERPRETER_LATE, event.revision, {State.LATE})


def tell_interpreter_again(row: InterpreterBooking, interpreter: Interpreter, key: str) -> None:
    """Tell her once more what she was asked or has promised, by her new link: the one in earlier messages is dead."""
    kind = "interpreter_offer" if row.state == State.OFFERED else "interpreter_confirmed"
    _tell_interpreter(row, interpreter, kind, f"{row.pk}:{key}")


def tell_family_again(row: InterpreterBooking, key: str) -> None:
    """Tell the family once more who comes, by its new link."""
    if row.state in COMING:
        _tell_family(row, f"{row.pk}:{key}")


def _booking(booking_id: InterpreterBookingId) -> InterpreterBooking:
    return InterpreterBooking.objects.select_related("interpreter").get(pk=booking_id)


def _tell_interpreter(row: InterpreterBooking, interpreter: Interpreter | None, kind: str, key: str) -> None:
    if interpreter is None or not (interpreter.email or interpreter.phone):
        return
    queue_message(
        by=TELLER,
        kind=kind,
        to_email=interpreter.email or None,
        to_phone=interpreter.phone or None,
        language=interpreter.reads,
        facts=_facts(row) | {"link": address("interpreter-link", interpreter.link, interpreter.reads)},
        dedupe_key=f"{kind}:{key}",
    )


def _tell_family(row: InterpreterBooking, key: str) -> None:
    contact = contact_of(TELLER, FamilyId(row.family_id))
    if contact is None or not (contact.email or contact.phone):
        return
    queue_message(
        by=TELLER,
        kind="interpreter_booked",
        family_id=FamilyId(row.family_id),
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=contact.reads,
        facts=_facts(row)
        | {
            "interpreter": row.interpreter.name if row.interpreter else "",
            "worker": _whom_she_meets(row),
            "link": address("interpreter-booked", row.token, contact.reads),
        },
        dedupe_key=f"interpreter_booked:{key}",
    )


def _whom_she_meets(row: InterpreterBooking) -> str:
    """The worker, or the organisation while no worker is named."""
    if row.membership_id and (card := membership_card(MembershipId(row.membership_id))):
        return card.name
    organisation_id = OrganisationId(row.organisation_id)
    return organisation_cards([organisation_id])[organisation_id].name


def _facts(row: InterpreterBooking) -> dict[str, object]:
    return {
        "language": row.language,
        "mode": row.mode,
        "starts_at": row.starts_at.isoformat(),
        "ends_at": row.ends_at.isoformat(),
    }


def _warn(booking_id: InterpreterBookingId, kind: NoticeKind, revision: int, still: Collection[State]) -> None:
    """A notice for the worker who asked; for a session's booking, for those who arrange interpreters there.

    Where the booking no longer stands like that, there is nothing to warn of.
    """
    row = _booking(booking_id)
    if row.state not in still:
        return
    for to in _whom_to_warn(row):
        raise_notice(
            by=TELLER,
            kind=kind,
            dedupe_key=f"{kind}:{booking_id}:{revision}:{to}",
            to=to,
            family_id=FamilyId(row.family_id),
            facts={"interpreter_booking_id": str(booking_id)},
        )


def _whom_to_warn(row: InterpreterBooking) -> list[MembershipId]:
    if row.membership_id:
        return [MembershipId(row.membership_id)]
    # Who has no Today page finds it in her list of interpreters to arrange.
    reading = {card.id for card in people_who_may(Permission.SEE_TODAY, [OrganisationId(row.organisation_id)])}
    arranging = people_who_may(Permission.MANAGE_INTERPRETING, [OrganisationId(row.organisation_id)])
    return [card.id for card in arranging if card.id in reading]
