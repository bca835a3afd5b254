from collections.abc import Callable

import pytest
from django.test import Client

from kith.groups.models.bookings import Booking
from kith.groups.tests.world import an_order, book
from kith.kernel.ids import AccountId, OrganisationId
from kith.organisations.actions.people import add_membership
from kith.organisations.rules import Role
from kith.platform.audit.models import AuditEntry
from kith.platform.sign_in.models import Account
from kith.whats_on.tests.world import BUILDER, a_session, an_organisation
from testing.rows import Session

pytestmark = pytest.mark.django_db
SignIn = Callable[[OrganisationId, Role], Client]


@pytest.fixture
def signed_in() -> SignIn:
    """A browser with a worker of this organisation in this role signed in."""

    def sign_in(organisation_id: OrganisationId, role: Role) -> Client:
        account = Account.objects.create_user(f"{role}-{organisation_id}@example.org")
        add_membership(
            by=BUILDER, account_id=AccountId(account.pk), organisation_id=organisation_id, role=role, name="Mary"
        )
        client = Client(headers={"origin": "http://testserver"})
        client.force_login(account)
        return client

    return sign_in


def organisation_of(session_id: int) -> OrganisationId:
    return OrganisationId(Session.objects.get(pk=session_id).series.organisation_id)


def test_the_coordinator_sees_who_is_expected_and_each_family_is_noted_as_looked_at(signed_in: SignIn) -> None:
    session_id = a_session()
    receipt = book(an_order(session_id, interpreter_need="yes", interpreter_language="ro"))
    client = signed_in(organisation_of(session_id), Role.COORDINATOR)
    assert f"/desk/sessions/{session_id}/" in client.get("/desk/sessions/").content.decode()
    page = client.get(f"/desk/sessions/{session_id}/").content.decode()
    assert Booking.objects.get(pk=receipt.booking_id).contact_name in page
    assert "Română" in page
    assert AuditEntry.objects.filter(kind="read", action="groups.register").count() == 1


def test_arrival_is_one_tap_and_another_takes_it_back(signed_in: SignIn) -> None:
    session_id = a_session()
    receipt = book(an_order(session_id))
    client = signed_in(organisation_of(session_id), Role.COORDINATOR)
    address = f"/desk/sessions/{session_id}/"
    for attendance in ("arrived", "expected", "did_not_come"):
        answer = client.post(address, {"booking": str(receipt.booking_id), "attendance": attendance})
        assert answer.status_code == 303
        assert Booking.objects.get(pk=receipt.booking_id).attendance == attendance


@pytest.mark.parametrize("sent", [{}, {"booking": "x", "attendance": "arrived"}, {"attendance": "\x00"}])
def test_a_mark_that_makes_no_sense_is_not_found(signed_in: SignIn, sent: dict[str, str]) -> None:
    session_id = a_session()
    client = signed_in(organisation_of(session_id), Role.COORDINATOR)
    assert client.post(f"/desk/sessions/{session_id}/", sent).status_code == 404


def test_another_organisations_session_is_not_there(signed_in: SignIn) -> None:
    session_id = a_session()
    receipt = book(an_order(session_id))
    client = signed_in(an_organisation("Another"), Role.COORDINATOR)
    address = f"/desk/sessions/{session_id}/"
    assert client.get(address).status_code == 404
    assert client.post(address, {"booking": str(receipt.booking_id), "attendance": "arrived"}).status_code == 404
    assert address not in client.get("/desk/sessions/").content.decode()


def test_a_health_visitor_keeps_the_registers_of_her_own_service_and_no_others(signed_in: SignIn) -> None:
    ours, theirs = a_session(), a_session()
    client = signed_in(organisation_of(ours), Role.HEALTH_VISITOR)
    assert client.get(f"/desk/sessions/{ours}/").status_code == 200
    assert client.get(f"/desk/sessions/{theirs}/").status_code == 404


def test_a_peer_supporter_has_no_register(signed_in: SignIn) -> None:
    session_id = a_session()
    client = signed_in(organisation_of(session_id), Role.PEER_SUPPORTER)
    assert client.get(f"/desk/sessions/{session_id}/").status_code == 403
