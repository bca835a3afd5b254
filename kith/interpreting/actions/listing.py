"""Keeping the list of interpreters, and the number to ring where none is there."""

from dataclasses import dataclass, field, replace

from django.db import IntegrityError, transaction

from kith.interpreting.actions.ways import INTERPRETER_WAYS
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.interpreters import Interpreter, InterpreterLanguage, InterpreterLine
from kith.interpreting.rules.codes import HELD, SIGN_LANGUAGES, Gender, Mode
from kith.kernel import clock
from kith.kernel.ids import InterpreterId, OrganisationId, WayProposalId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.ways.actions.proposing import change_ways


@dataclass(frozen=True)
class ListedInterpreter:
    """An interpreter as entered at the desk; ``phone`` is E.164, languages are pairs of code and dialect."""

    name: str
    gender: Gender
    languages: tuple[tuple[str, str], ...]
    modes: tuple[Mode, ...]
    pence_per_hour: int
    travel_pence: int = 0
    agency: str = ""
    areas: str = ""
    email: str = ""
    phone: str = ""
    reads: str = field(default=ENGLISH.code)


@action
def add_interpreter(*, by: Actor, organisation_id: OrganisationId, listed: ListedInterpreter) -> InterpreterId:
    """Put an interpreter on the list, for this organisation to look after.

    Raises Refusal where they are on it already or cannot be reached.
    """
    access.require(by, Permission.MANAGE_INTERPRETING)
    _require_own(by, organisation_id)
    row = Interpreter(added_at=clock.now(), organisation_id=organisation_id)
    _write(row, listed)
    audit.record(by, "interpreting.interpreter_added", row)
    return InterpreterId(row.pk)


@action
def change_interpreter(*, by: Actor, interpreter_id: InterpreterId, listed: ListedInterpreter) -> list[WayProposalId]:
    """Write her down anew; what she was promised for bookings made already stays as it was.

    Her links and codes go where they went until the old phone or mailbox, or a second person, has confirmed another:
    returns what waits for that.
    """
    access.require(by, Permission.MANAGE_INTERPRETING)
    row = _locked(by, interpreter_id)
    if refusal := _fault(listed):
        raise refusal
    _write(row, replace(listed, email=row.email, phone=row.phone))
    audit.record(by, "interpreting.interpreter_changed", row)
    ways = {"phone": listed.phone, "email": listed.email.strip().lower()}
    return [] if row.ended_at else change_ways(by=by, kind=INTERPRETER_WAYS.code, key=str(row.pk), **ways)


@action
def end_interpreter(*, by: Actor, interpreter_id: InterpreterId) -> None:
    """Take her off the list; raises Refusal while bookings still wait for her, done twice it is done once."""
    access.require(by, Permission.MANAGE_INTERPRETING)
    row = _locked(by, interpreter_id)
    if row.ended_at:
        return
    if InterpreterBooking.objects.filter(interpreter=row, state__in=HELD).exists():
        raise Refusal("still_booked")
    row.ended_at = clock.now()
    row.save(update_fields=["ended_at"])
    row.keys.filter(closed_at__isnull=True).update(closed_at=row.ended_at)
    audit.record(by, "interpreting.interpreter_ended", row)


@action
def set_interpreter_line(*, by: Actor, organisation_id: OrganisationId, phone: str, access_code: str) -> None:
    """Set the number the organisation's workers ring where no interpreter is there; dated as confirmed today."""
    access.require(by, Permission.MANAGE_INTERPRETING)
    _require_own(by, organisation_id)
    if not phone.strip():
        raise Refusal("line_phone_missing")
    row, _ = InterpreterLine.objects.update_or_create(
        organisation_id=organisation_id,
        defaults={"phone": phone.strip(), "access_code": access_code.strip(), "confirmed_on": clock.today()},
    )
    audit.record(by, "interpreting.line_set", row, organisation_id=organisation_id)


def _require_own(by: Actor, organisation_id: OrganisationId) -> None:
    if by.organisation_ids and organisation_id not in by.organisation_ids:
        raise NotFound("organisation")


def _locked(by: Actor, interpreter_id: InterpreterId) -> Interpreter:
    row = Interpreter.objects.kept_by(by).locked(interpreter_id)
    if row is None:
        raise NotFound("interpreter")
    return row


def _write(row: Interpreter, listed: ListedInterpreter) -> None:
    if refusal := _fault(listed):
        raise refusal
    row.name, row.agency, row.areas = listed.name.strip(), listed.agency.strip(), listed.areas.strip()
    row.gender, row.modes = listed.gender.value, sorted({mode.value for mode in listed.modes})
    row.email, row.phone, row.reads = listed.email.strip().lower(), listed.phone, listed.reads
    row.pence_per_hour, row.travel_pence = listed.pence_per_hour, listed.travel_pence
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as fault:
        if "interpreter_once" in str(fault):
            raise Refusal("on_the_list") from fault
        raise
    row.languages.all().delete()
    pairs = {(code, dialect.strip()) for code, dialect in listed.languages}
    InterpreterLanguage.objects.bulk_create(
        InterpreterLanguage(interpreter=row, language=code, dialect=dialect) for code, dialect in sorted(pairs)
    )


def _fault(listed: ListedInterpreter) -> Refusal | None:
    if not listed.name.strip():
        return Refusal("interpreter_name_missing")
    if not (listed.email or listed.phone):
        return Refusal("contact_missing")
    if not listed.languages or not listed.modes:
        return Refusal("language_missing" if not listed.languages else "mode_missing")
    if {code for code, _ in listed.languages} <= SIGN_LANGUAGES and Mode.PHONE in listed.modes:
        return Refusal("signs_need_eyes")
    return None
