"""Every action of every room, done once: what each needs is prepared first, so only the action itself is counted."""

import json
import tempfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules, walk_packages
from typing import Any

import kith
from kith.caseloads.actions.leading import end_lead_without_consent, take_lead
from kith.directory.actions.offering import withdraw_service
from kith.directory.actions.upkeep import confirm_service, confirm_venue
from kith.directory.models.listings import Service
from kith.families.actions import loading as families_loading
from kith.families.actions.accounts import claim_records
from kith.families.actions.birth import record_birth
from kith.families.actions.consenting import give_consent, withdraw_consent
from kith.families.actions.registering import family_for_booking, register_family
from kith.families.events import ConsentWithdrawn
from kith.families.rules.codes import Purpose
from kith.families.rules.entries import NewBaby, NewFamily, NewParent
from kith.feeding.actions.statuses import record_feeding
from kith.feeding.rules.statuses import Feeding, Milestone
from kith.front.actions import HelplineChange, change_helpline, remind_editors
from kith.groups.actions.attendance import mark_attendance
from kith.groups.actions.booking import book_place
from kith.groups.actions.cancelling import book_again, cancel_booking
from kith.groups.actions.telling import tell_booked, tell_cancelled, tell_waiting
from kith.groups.events import BookingCancelled, PlaceBooked, WaitingListJoined
from kith.groups.rules.codes import Attendance
from kith.groups.tests import world as small
from kith.insight.tests.world import born, release
from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId, SharingAgreementId
from kith.kernel.quarter import Quarter
from kith.messages.actions.queueing import queue_message
from kith.messages.actions.sending import send_message
from kith.messages.actions.settling import settle
from kith.messages.actions.stopping import stop_messages
from kith.messages.models import Message
from kith.messages.rules import SendingState
from kith.organisations.actions.agreements import end_agreement, sign_agreement
from kith.organisations.actions.alliance import add_organisation, add_team, describe_organisation, end_organisation
from kith.organisations.actions.people import (
    add_membership,
    announce_ended_memberships,
    change_duties,
    end_membership,
    move_membership,
)
from kith.organisations.models import Membership
from kith.organisations.rules import Duty, OrganisationKind, Role, SharedFor
from kith.places.actions.founding import found_place
from kith.places.actions.loading.areas import load_areas
from kith.places.actions.loading.deprivation import load_deprivation
from kith.places.actions.loading.population import load_population
from kith.places.actions.loading.postcodes import load_postcodes
from kith.platform.access.viewer import Viewer, viewer_of_account
from kith.platform.action import KNOWN_ACTIONS
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.whats_on.actions.planning import NewSession, cancel_session, plan_sessions
from kith.whats_on.tests import world as dates
from testing.people import worker
from tests.access.admin_acts import ADMIN_ACTS
from tests.access.alliance_acts import ALLIANCE_ACTS
from tests.access.bundle_acts import BUNDLE_ACTS
from tests.access.cafe_acts import CAFE_ACTS
from tests.access.consent import take_all_back
from tests.access.contact_acts import CONTACT_ACTS
from tests.access.course_acts import COURSE_ACTS
from tests.access.education_acts import EDUCATION_ACTS
from tests.access.equipment_acts import EQUIPMENT_ACTS
from tests.access.feed_ids import FEED_ACTS
from tests.access.feeding_acts import FEEDING_ACTS
from tests.access.finding_acts import FINDING_ACTS
from tests.access.held_acts import HELD_ACTS
from tests.access.hub_acts import HUB_ACTS
from tests.access.interpreting import ACTS as INTERPRETING
from tests.access.leading_acts import LEADING_ACTS
from tests.access.library import ACTS as LIBRARY
from tests.access.listening_acts import LISTENING_ACTS
from tests.access.panel_acts import PANEL_ACTS
from tests.access.peer_acts import PEER_ACTS
from tests.access.place_acts import PLACE_ACTS
from tests.access.plan_acts import PLAN_ACTS
from tests.access.record import RECORD
from tests.access.referral_acts import REFERRAL_ACTS
from tests.access.register_acts import REGISTER_ACTS
from tests.access.rights_acts import RIGHTS_ACTS
from tests.access.rota_acts import ROTA_ACTS
from tests.access.session_acts import SESSION_ACTS
from tests.access.store_acts import STORE_ACTS
from tests.access.timetable_acts import TIMETABLE_ACTS
from tests.access.trust import TRUST
from tests.access.undoing import UNDOING_ACTS
from tests.access.way_acts import WAY_ACTS
from tests.access.welcome_acts import WELCOME_ACTS
from tests.access.world import BY, World

Act = Callable[[], object]
Prepare = Callable[[World], Act]

# It only takes a lock for the actions of other rooms.
AUTHORITY, WARD, NEIGHBOURHOOD = "E06000042", "E05009412", "E01016831"


def actions() -> Mapping[str, Callable[..., Any]]:
    """Every action of the rooms."""
    for room in iter_modules(kith.__path__):
        if find_spec(f"kith.{room.name}.actions"):
            top = import_module(f"kith.{room.name}.actions")
            for each in walk_packages(getattr(top, "__path__", []), f"{top.__name__}."):
                import_module(each.name)
    return {name: each for name, each in KNOWN_ACTIONS.items() if ".tests." not in each.__module__}


def _midwife() -> Viewer:
    viewer = viewer_of_account(Account.objects.get(email=f"midwife@{DOMAIN}"))
    assert viewer is not None
    return viewer


def _file(text: str, name: str = "table.csv") -> Path:
    path = Path(tempfile.mkdtemp()) / name
    path.write_text(text, encoding="utf-8")
    return path


def _quiet(_done: int, _total: int | None) -> None:
    """No bar."""


def _areas() -> Path:
    ring = [[-0.76, 52.04], [-0.75, 52.04], [-0.75, 52.05], [-0.76, 52.05], [-0.76, 52.04]]
    properties = {"LSOA21CD": NEIGHBOURHOOD, "LSOA21NM": "Milton Keynes 001A", "LAD25CD": AUTHORITY}
    polygon = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": properties, "geometry": polygon}
    return _file(json.dumps({"type": "FeatureCollection", "features": [feature]}), "areas.geojson")


def _on_known_ground(load: Callable[[Path, Any], object], text: str) -> Prepare:
    def prepare(_world: World) -> Act:
        found_place(by=BY)
        load_areas(_areas(), _quiet)
        path = _file(text)
        return lambda: load(path, _quiet)

    return prepare


def _booked(event: type[PlaceBooked | WaitingListJoined | BookingCancelled], tell: Callable[[Any], None]) -> Prepare:
    def prepare(world: World) -> Act:
        receipt = small.book(small.an_order(world.session_ids["own"]))
        return lambda: tell(event(receipt.booking_id, revision=1))

    return prepare


def _cancelled(world: World) -> Act:
    cancel_booking(by=BY, token=world.token)
    return lambda: book_again(by=BY, token=world.token)


def _message(key: str) -> Any:
    return queue_message(
        by=BY,
        kind="sign_in_code",
        language="ro",
        facts={"code": "123456"},
        dedupe_key=key,
        to_email="ioana@example.org",
    )


def _message_to(world: World) -> Act:
    family_id = world.families["own"].id
    queue_message(
        by=BY,
        kind="sign_in_code",
        language="ro",
        facts={"code": "123456"},
        dedupe_key="stop",
        family_id=family_id,
        to_email="ioana@example.org",
    )
    return lambda: stop_messages(by=BY, family_id=family_id, why="bereaved")


def _settled(_world: World) -> Act:
    row = Message.objects.get(pk=_message("settle"))
    return lambda: settle(row, SendingState.STOPPED, after=None, by=BY, why="bereaved")


def _sent(_world: World) -> Act:
    message_id = _message("send")
    return lambda: send_message(message_id)


def _led(world: World) -> Act:
    family_id, midwife = world.families["own"].id, _midwife()
    take_lead(by=midwife, family_id=family_id)
    (organisation_id,) = midwife.organisation_ids
    take_all_back(world.families["own"])
    return lambda: end_lead_without_consent(ConsentWithdrawn(family_id, organisation_id, Purpose.CARE))


def _service(_world: World) -> Any:
    return dates.a_service(dates.an_organisation())


def _reminded(_world: World) -> Act:
    (own,) = worker(Role.COORDINATOR).organisation_ids
    row = Service.objects.get(pk=dates.a_service(own))
    row.checked_on, row.review_due_on = clock.today() - timedelta(days=190), clock.today() - timedelta(days=7)
    row.save()
    return lambda: remind_editors(by=BY)


def _attendance(world: World) -> Act:
    receipt = small.book(small.an_order(world.session_ids["own"]))
    return lambda: mark_attendance(
        by=BY,
        session_id=world.session_ids["own"],
        booking_id=receipt.booking_id,
        attendance=Attendance.ARRIVED,
    )


def _helpline(world: World) -> Act:
    change = HelplineChange(
        "0300", {"en": "Help"}, {"en": "Always"}, "own", "us", clock.today(), None, True, "call", False, ""
    )
    return lambda: change_helpline(helpline_id=world.helpline_id, change=change, by=BY)


def _session(world: World) -> Act:
    series_id = dates.a_series(_service(world))
    start = dates.SATURDAY_MORNING
    new = NewSession(starts_at=start, ends_at=start + timedelta(hours=1), capacity=4, online=True)
    return lambda: plan_sessions(by=BY, series_id=series_id, sessions=[new])


def _new_parent() -> NewParent:
    return NewParent("Maria", "Ionescu", phone="+447700900555")


def _membership(_world: World) -> MembershipId:
    membership_id = _midwife().membership_id
    assert membership_id is not None
    return membership_id


def _new_membership(_world: World) -> Act:
    account = Account.objects.create_user(email="new@example.org")
    organisation_id = dates.an_organisation()
    return lambda: add_membership(
        by=BY,
        account_id=AccountId(account.pk),
        organisation_id=organisation_id,
        role=Role.MIDWIFE,
        name="New",
    )


def _ended_ahead(world: World) -> Act:
    Membership.objects.filter(pk=_membership(world)).update(until_on=clock.today())
    return lambda: announce_ended_memberships(by=BY)


def _claim(_world: World) -> Act:
    register_family(by=BY, family=NewFamily((_new_parent(),)))
    account = Account.objects.create_user(phone="+447700900555")
    return lambda: claim_records(by=BY, account_id=AccountId(account.pk), phone="+447700900555")


def _service_act(act: Callable[..., object]) -> Prepare:
    def prepare(world: World) -> Act:
        service_id = _service(world)
        return lambda: act(by=BY, service_id=service_id)

    return prepare


def _venue_confirmed(_world: World) -> Act:
    venue_id = dates.a_venue(dates.an_organisation())
    return lambda: confirm_venue(by=BY, venue_id=venue_id)


def _venue_act(_world: World) -> Act:
    organisation_id = dates.an_organisation()
    return lambda: dates.a_venue(organisation_id)


def _service_added(_world: World) -> Act:
    organisation_id = dates.an_organisation()
    return lambda: dates.a_service(organisation_id)


def _agreement() -> SharingAgreementId:
    return sign_agreement(
        by=BY,
        title={"en": "Sharing"},
        summary={},
        between=[dates.an_organisation()],
        signed_on=clock.today(),
        review_due_on=clock.today() + timedelta(days=365),
        purposes=[SharedFor.OFFERS],
    )


def _organisation_ended(_world: World) -> Act:
    ends = {"organisation_id": dates.an_organisation(), "until_on": clock.today(), "successor_id": None}
    return lambda: end_organisation(by=BY, **ends)


def _agreement_ended(_world: World) -> Act:
    agreement_id = _agreement()
    return lambda: end_agreement(by=BY, agreement_id=agreement_id)


def _series(world: World) -> Act:
    service_id = _service(world)
    return lambda: dates.a_series(service_id)


def _released(_world: World) -> Act:
    quarter, by = Quarter.of(clock.today()).previous(), worker(Role.ANALYST)
    born(quarter.last_day, 1, [Feeding.TOTALLY])
    return lambda: release(by, quarter)


ACTS: dict[str, Prepare] = {
    "insight.release_quarter": _released,
    **CONTACT_ACTS,
    **CAFE_ACTS,
    **EQUIPMENT_ACTS,
    **BUNDLE_ACTS,
    **STORE_ACTS,
    **FINDING_ACTS,
    **HUB_ACTS,
    **LEADING_ACTS,
    **TIMETABLE_ACTS,
    **FEEDING_ACTS,
    **FEED_ACTS,
    "organisations.add_organisation": lambda _: (
        lambda: add_organisation(by=BY, name="New", kind=OrganisationKind.CHARITY)
    ),
    "organisations.describe_organisation": lambda _: (
        lambda: describe_organisation(
            by=BY,
            organisation_id=dates.an_organisation(),
            aims={"en": "Help"},
            website="",
            email="",
            phone="",
        )
    ),
    "organisations.sign_agreement": lambda _: _agreement,
    "organisations.end_agreement": _agreement_ended,
    "organisations.end_organisation": _organisation_ended,
    "organisations.add_team": lambda _: lambda: add_team(by=BY, organisation_id=dates.an_organisation(), name="North"),
    "organisations.add_membership": _new_membership,
    "organisations.change_duties": lambda world: (
        lambda: change_duties(by=BY, membership_id=_membership(world), duties=[Duty.MANAGER])
    ),
    "organisations.end_membership": lambda world: (
        lambda: end_membership(by=BY, membership_id=_membership(world), until_on=clock.today())
    ),
    "organisations.move_membership": lambda world: (
        lambda: move_membership(by=BY, membership_id=_membership(world), team_id=None, wards=["E05009412"])
    ),
    "organisations.announce_ended_memberships": _ended_ahead,
    "places.found_place": lambda _: lambda: found_place(by=BY),
    "places.load_areas": lambda _: lambda: load_areas(_areas(), _quiet),
    "places.load_postcodes": _on_known_ground(
        load_postcodes, f"postcode,laua,lat,long\nMK9 3EJ,{AUTHORITY},52.04,-0.76\n"
    ),
    "places.load_deprivation": _on_known_ground(load_deprivation, f"lsoa21_code,IMD_decile\n{NEIGHBOURHOOD},3\n"),
    "places.load_population": _on_known_ground(
        load_population, f"lsoa21_code,ethnic_group,n\n{NEIGHBOURHOOD},White,900\n"
    ),
    "families.register_family": lambda _: lambda: register_family(by=BY, family=NewFamily((_new_parent(),))),
    "families.family_for_booking": lambda _: (
        lambda: family_for_booking(by=BY, parent=_new_parent(), due_on=clock.today(), born_on=None)
    ),
    "families.load": lambda _: lambda: families_loading.load(by=BY, families=[NewFamily((_new_parent(),))]),
    "families.claim_records": _claim,
    "families.record_birth": lambda world: (
        lambda: record_birth(by=BY, family_id=world.families["own"].id, baby=NewBaby(born_on=clock.today(), name="Ion"))
    ),
    "families.give_consent": lambda world: (
        lambda: give_consent(
            by=BY,
            family_id=world.families["other"].id,
            organisation_id=world.families["own"].consents[0].organisation_id,
            purpose=Purpose.CARE,
            language="ro",
        )
    ),
    "families.withdraw_consent": lambda world: (
        lambda: withdraw_consent(
            by=BY, family_id=world.families["own"].id, consent_id=world.families["own"].consents[0].id
        )
    ),
    "feeding.record_feeding": lambda world: (
        lambda: record_feeding(
            by=_midwife(),
            baby_id=world.families["own"].babies[0].id,
            milestone=Milestone.WEEKS_6_8,
            status=Feeding.TOTALLY,
            asked_on=clock.today(),
        )
    ),
    "caseloads.take_lead": lambda world: lambda: take_lead(by=_midwife(), family_id=world.families["own"].id),
    "caseloads.end_lead_without_consent": _led,
    "directory.add_service": _service_added,
    "directory.add_venue": _venue_act,
    "directory.withdraw_service": _service_act(withdraw_service),
    "directory.confirm_service": _service_act(confirm_service),
    "directory.confirm_venue": _venue_confirmed,
    "messages.queue_message": lambda _: lambda: _message("queue"),
    "messages.send_message": _sent,
    "messages.settle": _settled,
    "messages.stop_messages": _message_to,
    "whats_on.add_series": _series,
    "whats_on.plan_sessions": _session,
    "whats_on.cancel_session": lambda world: lambda: cancel_session(by=BY, session_id=world.session_ids["own"]),
    "groups.book_place": lambda world: (
        lambda: book_place(by=BY, family_id=world.families["own"].id, order=small.an_order(world.session_ids["own"]))
    ),
    "groups.book_for_person": lambda world: lambda: small.book(small.an_order(world.session_ids["own"])),
    **HELD_ACTS,
    **SESSION_ACTS,
    **COURSE_ACTS,
    "groups.cancel_booking": lambda world: lambda: cancel_booking(by=BY, token=world.token),
    "groups.book_again": _cancelled,
    "groups.mark_attendance": _attendance,
    **REGISTER_ACTS,
    "groups.tell_booked": _booked(PlaceBooked, tell_booked),
    "groups.tell_waiting": _booked(WaitingListJoined, tell_waiting),
    "groups.tell_cancelled": _booked(BookingCancelled, tell_cancelled),
    "front.change_helpline": _helpline,
    "front.remind_editors": _reminded,
    **TRUST,
    **RECORD,
    **INTERPRETING,
    **LIBRARY,
    **REFERRAL_ACTS,
    **WAY_ACTS,
    **UNDOING_ACTS,
    **RIGHTS_ACTS,
    **ADMIN_ACTS,
    **PLACE_ACTS,
    **WELCOME_ACTS,
    **LISTENING_ACTS,
    **ALLIANCE_ACTS,
    **EDUCATION_ACTS,
    **PANEL_ACTS,
    **PEER_ACTS,
    **ROTA_ACTS,
    **ROTA_ACTS,
    **PLAN_ACTS,
}
