"""A small place for tests: organisations, workers, families who speak Romanian, and interpreters."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from kith.interpreting.actions.arranging import confirm_interpreter, offer_interpreter
from kith.interpreting.actions.listing import ListedInterpreter, add_interpreter
from kith.interpreting.actions.requesting import request_interpreter
from kith.interpreting.rules.codes import Gender, Mode
from kith.kernel import clock
from kith.kernel.ids import FamilyId, InterpreterBookingId, InterpreterId, OrganisationId
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer, system_actor
from testing.people import a_family, organisation, worker

KITH = system_actor("test")
_numbers = count(1)


def a_listed(**changes: Any) -> ListedInterpreter:
    """A woman who speaks Romanian, comes, or helps on a screen or a phone."""
    number = next(_numbers)
    said: dict[str, Any] = {
        "name": f"Interpreter {number}",
        "gender": Gender.WOMAN,
        "languages": (("ro", ""),),
        "modes": tuple(Mode),
        "pence_per_hour": 3000,
        "travel_pence": 800,
        "email": f"interpreter{number}@example.org",
        "phone": f"+44770090{number:04d}",
    }
    return ListedInterpreter(**(said | changes))


def an_interpreter(*, at: OrganisationId | None = None, **changes: Any) -> InterpreterId:
    """The same, on the list of an organisation."""
    return add_interpreter(by=KITH, organisation_id=at or organisation(), listed=a_listed(**changes))


class Place:
    """An organisation with a health visitor and a coordinator, and a family that lets it in."""

    def __init__(self) -> None:
        self.organisation_id: OrganisationId = organisation()
        self.worker: Viewer = worker(at=self.organisation_id)
        self.coordinator: Viewer = worker(Role.COORDINATOR, at=self.organisation_id, name="Megan Ash")
        self.family_id: FamilyId = self.a_family()

    def a_family(self, **parent: Any) -> FamilyId:
        said = {"speaks": "ro", "reads": "ro", "phone": f"+44770091{next(_numbers):04d}"} | parent
        return a_family(self.organisation_id, **said)

    def request(self, *, by: Viewer | None = None, hours: float = 72, **changes: Any) -> InterpreterBookingId:
        said: dict[str, Any] = {
            "family_id": self.family_id,
            "starts_at": in_hours(hours),
            "minutes": 30,
            "language": "ro",
            "mode": Mode.FACE_TO_FACE,
        }
        return request_interpreter(by=by or self.worker, **(said | changes))

    def confirmed(self, interpreter_id: InterpreterId, **changes: Any) -> InterpreterBookingId:
        booking_id = self.request(**changes)
        offer_interpreter(by=self.worker, booking_id=booking_id, interpreter_id=interpreter_id)
        confirm_interpreter(by=self.worker, booking_id=booking_id)
        return booking_id


def in_hours(hours: float) -> datetime:
    return clock.now() + timedelta(hours=hours)
