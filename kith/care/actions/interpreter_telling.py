"""Telling interpreters, families and workers about an interpreter's booking. Listeners; safe to run twice.

Interpreting and messages stand on one floor and do not know each other. Care stands above both and follows the family,
so it is here that a booking becomes a message; the wiring only joins. An interpreter's messages name no family: what
she needs to know stands on her own page, behind a code.
"""

from collections.abc import Collection

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from kith.care.actions.notices import raise_notice
from kith.care.rules.notices import NoticeKind
from kith.families.queries.cards import contact_of
from kith.interpreting.events import (
    InterpreterConfirmed,
    InterpreterDeclined,
    InterpreterLate,
    InterpreterOffered,
    InterpreterReleased,
    InterpreterUnconfirmed,
)
from kith.interpreting.queries.doors import Telling, telling
from kith.interpreting.queries.rows import InterpreterBookingRow
from kith.interpreting.rules.codes import COMING, HELD, UNCONFIRMED, State
from kith.kernel.ids import InterpreterBookingId, MembershipId
from kith.kernel.languages import interface_language
from kith.messages.actions.queueing import queue_message
from kith.organisations.queries.people import people_who_may
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import system_actor

TELLER = system_actor("care.interpreter_telling")


def ask_interpreter(event: InterpreterOffered) -> None:
    """Ask the interpreter whether she can come; not where the booking has gone on since."""
    told = telling(TELLER, event.booking_id)
    if told.booking.state is State.OFFERED and told.booking.interpreter_id == event.interpreter_id:
        _tell_interpreter(told, "interpreter_offer", f"{event.booking_id}:{event.revision}")


def tell_interpreter_booked(event: InterpreterConfirmed) -> None:
    """Confirm it to the interpreter, and tell the family who comes and when."""
    told = telling(TELLER, event.booking_id)
    if told.booking.state not in COMING:
        return
    key = f"{event.booking_id}:{told.booking.interpreter_id}"
    _tell_interpreter(told, "interpreter_confirmed", key)
    _tell_family(told, key)


def release_interpreter(event: InterpreterReleased) -> None:
    """Tell the interpreter that her time is her own again, and never why."""
    told = telling(TELLER, event.booking_id, event.interpreter_id)
    if told.booking.interpreter_id == event.interpreter_id and told.booking.state in HELD:
        return
    _tell_interpreter(told, "interpreter_released", f"{event.booking_id}:{event.revision}")


def warn_of_unconfirmed_interpreter(event: InterpreterUnconfirmed) -> None:
    """Warn whoever asked that it begins soon and nobody has said yes."""
    _warn(event.booking_id, NoticeKind.INTERPRETER_UNCONFIRMED, event.revision, UNCONFIRMED)


def warn_of_declined_interpreter(event: InterpreterDeclined) -> None:
    """Warn whoever asked that the interpreter cannot come."""
    _warn(event.booking_id, NoticeKind.INTERPRETER_DECLINED, event.revision, {State.DECLINED})


def warn_of_late_interpreter(event: InterpreterLate) -> None:
    """Warn whoever asked that the interpreter will be late."""
    _warn(event.booking_id, NoticeKind.INTERPRETER_LATE, event.revision, {State.LATE})


def _tell_interpreter(told: Telling, kind: str, key: str) -> None:
    if not (told.interpreter_email or told.interpreter_phone):
        return
    queue_message(
        by=TELLER,
        kind=kind,
        to_email=told.interpreter_email or None,
        to_phone=told.interpreter_phone or None,
        language=told.interpreter_reads,
        facts=_facts(told.booking) | {"link": _link("interpreter-door", told.interpreter_link, told.interpreter_reads)},
        dedupe_key=f"{kind}:{key}",
    )


def _tell_family(told: Telling, key: str) -> None:
    contact = contact_of(TELLER, told.booking.family_id)
    if contact is None or not (contact.email or contact.phone):
        return
    queue_message(
        by=TELLER,
        kind="interpreter_booked",
        family_id=told.booking.family_id,
        to_email=contact.email or None,
        to_phone=contact.phone or None,
        language=contact.reads,
        facts=_facts(told.booking)
        | {
            "interpreter": told.interpreter_name,
            "worker": told.worker,
            "link": _link("interpreter-booked", told.booking.token, contact.reads),
        },
        dedupe_key=f"interpreter_booked:{key}",
    )


def _facts(row: InterpreterBookingRow) -> dict[str, object]:
    return {
        "language": row.language,
        "mode": row.mode.value,
        "starts_at": row.starts_at.isoformat(),
        "ends_at": row.ends_at.isoformat(),
    }


def _link(name: str, token: str, language: str) -> str:
    with translation.override(interface_language(language).code):
        return f"{settings.KITH.site_url}{reverse(name, args=[token])}"


def _warn(booking_id: InterpreterBookingId, kind: NoticeKind, revision: int, still: Collection[State]) -> None:
    """A notice for the worker who asked; for a session's booking, for those who arrange interpreters there.

    Where the booking no longer stands like that, there is nothing to warn of.
    """
    row = telling(TELLER, booking_id).booking
    if row.state not in still:
        return
    for to in _whom_to_warn(row):
        raise_notice(
            by=TELLER,
            kind=kind,
            dedupe_key=f"{kind}:{booking_id}:{revision}:{to}",
            to=to,
            family_id=row.family_id,
            facts={"interpreter_booking_id": str(booking_id)},
        )


def _whom_to_warn(row: InterpreterBookingRow) -> list[MembershipId]:
    if row.membership_id:
        return [row.membership_id]
    # Who has no Today page finds it in her list of interpreters to arrange.
    reading = {card.id for card in people_who_may(Permission.SEE_TODAY, [row.organisation_id])}
    arranging = people_who_may(Permission.MANAGE_INTERPRETING, [row.organisation_id])
    return [card.id for card in arranging if card.id in reading]
