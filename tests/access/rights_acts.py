"""The actions of rights, and those of a parent's own page, done once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.actions.writing import write_to_people
from kith.groups.actions.changing import change_date, change_needs
from kith.groups.models.bookings import Booking
from kith.groups.rules.places import Needs
from kith.kernel.ids import OrganisationId, new_uuid
from kith.kernel.ways import Way
from kith.platform.access.viewer import ANONYMOUS, Viewer, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.rights.actions.copies import take_copy
from kith.rights.actions.requests import (
    answer_data_request,
    ask_about_data,
    forget_data_requests,
    send_to_controller,
    warn_of_data_requests,
)
from kith.rights.actions.second_way import add_way_to_sign_in, own_ways
from kith.rights.rules.codes import RequestKind, RequestState
from kith.whats_on.tests.world import SATURDAY_MORNING, a_session
from testing.rows import Session
from tests.access.rights_ids import a_complaint
from tests.access.world import BY, World

Act = Callable[[], object]


def _who(role: str) -> Viewer:
    viewer = viewer_of_account(Account.objects.get(email=f"{role}@{DOMAIN}"))
    assert viewer is not None
    return viewer


def _ours() -> OrganisationId:
    return min(_who("admin").organisation_ids)


def _asks(_world: World) -> Act:
    by = _who("parent")
    said: dict[str, Any] = {"words": "My street is wrong", "language": "en", "request_key": new_uuid()}
    return lambda: ask_about_data(by=by, kind=RequestKind.CORRECTION, organisation_id=_ours(), **said)


def _answers(_world: World) -> Act:
    request_id, _ = a_complaint(_ours())
    by, words = _who("admin"), "We have spoken with the post room."
    return lambda: answer_data_request(by=by, request_id=request_id, state=RequestState.DONE, words=words)


def _sends_on(_world: World) -> Act:
    request_id, _ = a_complaint(_ours())
    return lambda: send_to_controller(by=_who("admin"), request_id=request_id, organisation_id=_ours())


def _writes(world: World) -> Act:
    family_id = world.families["own"].id
    take_lead(by=_who("midwife"), family_id=family_id)
    by = _who("parent")
    return lambda: write_to_people(by=by, family_id=family_id, words="Can we meet?", request_key=new_uuid())


def _moves(world: World) -> Act:
    series_id = Session.objects.get(pk=Booking.objects.get(token=world.token).session_id).series_id
    later = a_session(series_id=series_id, starts_at=SATURDAY_MORNING + timedelta(days=7))
    asked: dict[str, Any] = {"session_id": later, "needs": Needs(), "may_wait": False, "request_key": "moved"}
    return lambda: change_date(by=ANONYMOUS, token=world.token, **asked)


def _second_way(_world: World) -> Act:
    by = _who("parent")
    (contact, *_) = own_ways(by)[Way.PHONE]
    return lambda: add_way_to_sign_in(by=by, way=Way.PHONE, contact=contact)


RIGHTS_ACTS: dict[str, Callable[[World], Act]] = {
    "rights.ask_about_data": _asks,
    "rights.complain_about_data": lambda _world: lambda: a_complaint(_ours()),
    "rights.answer_data_request": _answers,
    "rights.send_to_controller": _sends_on,
    "rights.warn_of_data_requests": lambda _world: lambda: warn_of_data_requests(by=BY),
    "rights.forget_data_requests": lambda _world: lambda: forget_data_requests(by=BY),
    "rights.add_way_to_sign_in": _second_way,
    "rights.take_copy": lambda _world: lambda: take_copy(by=_who("parent"), form="json"),
    "caseloads.write_to_people": _writes,
    "groups.change_needs": lambda world: lambda: change_needs(by=ANONYMOUS, token=world.token, needs=Needs(places=2)),
    "groups.change_date": _moves,
}
