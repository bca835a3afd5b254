"""An administrator invites, changes, keeps out and ends; of her own organisation alone, and never a family's record."""

from datetime import date, datetime, timedelta
from time import monotonic
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction
from django.test import Client

from kith.kernel import clock as kernel_clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.actions import factors, invitations, people, suspending
from kith.organisations.actions.alliance import add_team
from kith.organisations.actions.invitations import NewPerson
from kith.organisations.models import FactorReset, Invitation, Membership
from kith.organisations.queries import people as people_queries
from kith.organisations.queries.administering import people as people_there
from kith.organisations.queries.administering import person
from kith.organisations.queries.people import people_who, whom_to_tell
from kith.organisations.rules import (
    RESET_LASTS,
    Duty,
    FactorResetFacts,
    FactorResetState,
    InvitationState,
    Role,
    SuspensionReason,
    may_confirm_reset,
)
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.platform.listing import ListAsked
from kith.platform.outbox.models import OutboxEvent
from kith.platform.prepared import Given, Prepared
from kith.platform.sign_in import sending
from kith.platform.sign_in.models import Account
from testing.people import KITH, a_family, account_of, organisation, worker

HERE = {"origin": "http://testserver"}
MOST_SECONDS = 5


def own(viewer: Viewer) -> Any:
    return next(iter(viewer.organisation_ids))


def id_of(viewer: Viewer) -> MembershipId:
    assert viewer.membership_id
    return viewer.membership_id


def browser(viewer: Viewer) -> Client:
    client = Client(headers=HERE)
    client.force_login(account_of(viewer))
    return client


def new(at: Any, email: str = "mary@example.org", role: Role = Role.MIDWIFE, **more: Any) -> NewPerson:
    return NewPerson(at, role, "Mary Ward", email, **more)


def link(letters: list[sending.Letter]) -> str:
    return "/" + str(letters[-1].facts["link"]).split("/", 3)[3]


def token(letters: list[sending.Letter]) -> str:
    return link(letters).rstrip("/").rpartition("/")[2]


def refused(act: Any) -> str:
    with pytest.raises(Refusal) as found:
        act()
    return found.value.code


def test_an_invitation_opens_once_and_leads_to_setting_up_a_second_factor(
    admin: Viewer, letters: list[sending.Letter]
) -> None:
    invitations.invite_person(by=admin, person=new(own(admin)))
    visitor = Client(headers=HERE)
    assert "Mary Ward" in visitor.get(link(letters)).content.decode()
    accepted = visitor.post(link(letters))
    assert (accepted.status_code, accepted["Location"]) == (303, "/desk/security/")
    assert visitor.get("/desk/security/").status_code == 200
    row = Membership.objects.get(name="Mary Ward")
    assert (row.role, row.organisation_id, row.account.email) == (Role.MIDWIFE, own(admin), "mary@example.org")
    again = Client(headers=HERE).post(link(letters))
    assert (again.status_code, "no longer open" in again.content.decode()) == (410, True)
    settled = Invitation.objects.get()
    assert (settled.state, settled.name, settled.email) == (InvitationState.ACCEPTED, "", "")
    assert Membership.objects.filter(name="Mary Ward").count() == 1


def test_an_account_with_a_second_factor_is_not_signed_in_by_a_link(
    admin: Viewer, letters: list[sending.Letter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.platform.second_factor.is_set_up", lambda _account: True)
    invitations.invite_person(by=admin, person=new(own(admin)))
    visitor = Client(headers=HERE)
    assert visitor.post(link(letters))["Location"] == "/desk/sign-in/"
    assert "_auth_user_id" not in visitor.session


def test_who_is_signed_in_already_may_open_a_link_and_is_led_back_to_her_desk(
    admin: Viewer, letters: list[sending.Letter]
) -> None:
    invitations.invite_person(by=admin, person=new(own(admin)))
    here = browser(admin)
    assert "You are invited, Mary Ward" in here.get(link(letters)).content.decode()
    browser_of_hers = Client(headers=HERE)
    assert browser_of_hers.post(link(letters)).status_code == 303
    over = here.get(link(letters))
    assert (over.status_code, 'href="/desk/"' in over.content.decode().partition("<main")[2]) == (410, True)


def test_people_and_organisations_stand_as_people_look_names_up(place: Viewer) -> None:
    for name in ("Łucja Nowak", "Lucy Moss", "lena Ray"):
        worker(Role.MIDWIFE, name=name)
    found = [row.name for row in people_there(place, ListAsked()).rows]
    assert [name for name in found if name[0] in "Łl" or name == "Lucy Moss"] == [
        "lena Ray",
        "Lucy Moss",
        "Łucja Nowak",
    ]


def test_an_invitation_that_is_old_sent_anew_or_taken_back_opens_no_more(
    admin: Viewer, letters: list[sending.Letter], clock: Any
) -> None:
    invitation_id = invitations.invite_person(by=admin, person=new(own(admin)))
    first = token(letters)
    clock.advance(days=8)
    assert refused(lambda: invitations.accept_invitation(by=ANONYMOUS, token=first)) == "invitation_over"
    invitations.send_invitation_again(by=admin, invitation_id=invitation_id)
    assert refused(lambda: invitations.accept_invitation(by=ANONYMOUS, token=first)) == "invitation_over"
    second = token(letters)
    invitations.withdraw_invitation(by=admin, invitation_id=invitation_id)
    assert refused(lambda: invitations.accept_invitation(by=ANONYMOUS, token=second)) == "invitation_over"
    assert not Membership.objects.filter(name="Mary Ward").exists()


def test_who_works_here_or_is_invited_already_is_not_invited_twice(
    admin: Viewer, letters: list[sending.Letter]
) -> None:
    invitations.invite_person(by=admin, person=new(own(admin)))
    assert refused(lambda: invitations.invite_person(by=admin, person=new(own(admin)))) == "invited_already"
    theirs = account_of(worker(at=own(admin))).email or ""
    assert refused(lambda: invitations.invite_person(by=admin, person=new(own(admin), theirs))) == "works_here_already"
    parent = Account.objects.create_user("parent@example.org")
    taken = new(own(admin), parent.email or "")
    assert refused(lambda: invitations.invite_person(by=admin, person=taken)) == "mailbox_of_another_account"


def test_names_of_people_who_never_answer_are_forgotten_after_a_month(
    admin: Viewer, letters: list[sending.Letter], clock: Any
) -> None:
    invitations.invite_person(by=admin, person=new(own(admin)))
    system = people_queries.viewer_for(account_of(worker(Role.PLACE_ADMIN)))
    assert system
    assert invitations.lapse_invitations(by=system) == 0
    clock.advance(days=30)
    assert invitations.lapse_invitations(by=system) == 1
    row = Invitation.objects.get()
    assert (row.state, row.name, row.email) == (InvitationState.LAPSED, "", "")


def test_an_administrator_changes_only_her_own_organisation(admin: Viewer, letters: list[sending.Letter]) -> None:
    stranger = worker(name="Not Hers")
    there, foreign = id_of(stranger), own(stranger)
    acts = [
        lambda: people.end_membership(by=admin, membership_id=there, until_on=kernel_clock.today()),
        lambda: people.change_duties(by=admin, membership_id=there, duties=[Duty.MANAGER]),
        lambda: people.change_role(by=admin, membership_id=there, role=Role.ANALYST),
        lambda: suspending.suspend_membership(by=admin, membership_id=there, reason=SuspensionReason.AWAY),
        lambda: factors.ask_factor_reset(by=admin, membership_id=there, reason="x"),
        lambda: invitations.invite_person(by=admin, person=new(foreign)),
        lambda: person(admin, there),
    ]
    for act in acts:
        with pytest.raises(NotFound):
            act()
    client = browser(admin)
    assert "Not Hers" not in client.get("/desk/people/").content.decode()
    assert client.get(f"/desk/people/{there}/").status_code == 404
    assert client.get(f"/desk/organisations/{foreign}/").status_code == 404
    assert "Not Hers" in browser(worker(Role.PLACE_ADMIN)).get("/desk/people/?words=Not").content.decode()


def test_no_administrator_reaches_a_family(admin: Viewer, place: Viewer) -> None:
    family_id = a_family(own(admin), own(place), name="Hidden Name")
    for viewer in (admin, place):
        client = browser(viewer)
        assert client.get(f"/desk/families/{family_id}/").status_code in (403, 404)
        assert client.get("/desk/today/").status_code == 403
        pages = [client.get(f"/desk/{each}") for each in ("", "people/", "audit/", "imports/", "organisations/")]
        assert {each.status_code for each in pages} == {200}
        assert not any("Hidden" in each.content.decode() for each in pages)


def test_only_the_places_administrator_makes_another(
    admin: Viewer, place: Viewer, letters: list[sending.Letter]
) -> None:
    asked = new(own(admin), role=Role.PLACE_ADMIN)
    assert refused(lambda: invitations.invite_person(by=admin, person=asked)) == "role_of_the_place"
    theirs = worker(Role.PLACE_ADMIN, at=own(admin))
    act = {"membership_id": id_of(theirs), "reason": SuspensionReason.AWAY}
    assert refused(lambda: suspending.suspend_membership(by=admin, **act)) == "role_of_the_place"
    suspending.suspend_membership(by=place, **act)


def test_nobody_ends_suspends_or_promotes_herself(place: Viewer) -> None:
    me = {"by": place, "membership_id": id_of(place)}
    acts = [
        lambda: people.end_membership(**me, until_on=kernel_clock.today()),
        lambda: suspending.suspend_membership(**me, reason=SuspensionReason.AWAY),
        lambda: people.change_role(**me, role=Role.ANALYST),
        lambda: factors.ask_factor_reset(**me, reason="x"),
    ]
    assert {refused(act) for act in acts} == {"not_to_oneself"}


def test_a_role_without_families_needs_the_work_to_end_first(place: Viewer) -> None:
    grace = id_of(worker())
    change = {"by": place, "membership_id": grace}
    assert refused(lambda: people.change_role(**change, role=Role.ANALYST)) == "role_leaves_families"
    people.change_person(**change, role=Role.FEEDING_LEAD, team_id=None, duties=[Duty.MANAGER])
    row = Membership.objects.get(pk=grace)
    assert (row.role, row.duties) == (Role.FEEDING_LEAD, [Duty.MANAGER])


def seconds_until_out(client: Client) -> float:
    """How long the session still opens the desk, from now on; not more than is measured."""
    began = monotonic()
    while monotonic() - began < MOST_SECONDS:
        if client.get("/desk/").status_code == 302 and "_auth_user_id" not in client.session:
            return monotonic() - began
    return monotonic() - began


def test_a_suspended_person_is_out_of_every_session_within_five_seconds_and_stays_out_of_it(place: Viewer) -> None:
    analyst, colleague = worker(Role.ANALYST), worker(Role.ANALYST)
    desk, phone, hers = browser(analyst), browser(analyst), browser(colleague)
    assert {each.get("/desk/").status_code for each in (desk, phone, hers)} == {200}
    suspending.suspend_membership(by=place, membership_id=id_of(analyst), reason=SuspensionReason.LOST_DEVICE)
    assert seconds_until_out(desk) < MOST_SECONDS
    suspending.lift_suspension(by=place, membership_id=id_of(analyst))
    # The phone was asleep meanwhile: its old session opens nothing, a new one does.
    assert phone.get("/desk/").status_code == 302
    assert browser(analyst).get("/desk/").status_code == 200
    assert hers.get("/desk/").status_code == 200


def test_the_control_without_the_look_up_and_the_end_of_sessions_she_would_stay_in(
    place: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyst = worker(Role.ANALYST)
    desk = browser(analyst)
    blind = Prepared(lambda: Membership.objects.filter(account_id=Given("account"), from_on__lte=Given("today")))
    monkeypatch.setattr("kith.organisations.queries.people._AT_WORK", blind)
    monkeypatch.setattr("kith.organisations.actions.suspending.end_sessions", lambda _account: None)
    suspending.suspend_membership(by=place, membership_id=id_of(analyst), reason=SuspensionReason.AWAY)
    assert desk.get("/desk/").status_code == 200


def test_who_is_kept_out_is_told_nothing_asked_nothing_and_her_work_is_announced(place: Viewer) -> None:
    lead = worker(Role.FEEDING_LEAD)
    assert [each.id for each in whom_to_tell(own(lead))] == [id_of(lead)]
    suspending.suspend_membership(by=place, membership_id=id_of(lead), reason=SuspensionReason.AWAY)
    assert id_of(lead) not in {each.id for each in people_who(Permission.SEE_FAMILY)}
    events = OutboxEvent.objects.filter(name="organisations.MembershipEnded")
    assert [each.payload["membership_id"] for each in events] == [id_of(lead)]


NOW = datetime(2026, 3, 10, tzinfo=kernel_clock.LONDON)
WAITING = FactorResetFacts(FactorResetState.WAITING, MembershipId(1), MembershipId(2), NOW)


@pytest.mark.parametrize(
    ("by", "after", "code"),
    [
        (3, timedelta(0), None),
        (2, timedelta(0), "factor_reset_needs_another"),
        (None, timedelta(0), "factor_reset_needs_another"),
        (1, timedelta(0), "not_to_oneself"),
        (3, RESET_LASTS, "factor_reset_over"),
    ],
)
def test_a_second_administrator_confirms_in_time_and_is_neither_of_the_two(
    by: Any, after: timedelta, code: Any
) -> None:
    found = may_confirm_reset(WAITING, by=by, now=NOW + after)
    assert (found.code if found else None) == code


def test_a_second_factor_is_taken_away_by_two_and_both_are_told(letters: list[sending.Letter], db: None) -> None:
    person_ = worker(name="Lost Phone")
    first, second = (worker(Role.ADMIN, at=own(person_), name=name) for name in ("First", "Second"))
    Authenticator.objects.create(user=account_of(person_), type=Authenticator.Type.TOTP, data={})
    session = browser(person_)
    reset_id = factors.ask_factor_reset(by=first, membership_id=id_of(person_), reason="I met her")
    assert refused(lambda: factors.confirm_factor_reset(by=first, reset_id=reset_id)) == "factor_reset_needs_another"
    assert Authenticator.objects.count() == 1
    factors.confirm_factor_reset(by=second, reset_id=reset_id)
    assert Authenticator.objects.count() == 0
    assert session.get("/desk/").status_code == 302
    assert [(each.to_email, each.facts["state"]) for each in letters] == [
        (account_of(person_).email, "waiting"),
        (account_of(person_).email, "done"),
        (account_of(first).email, "done"),
    ]
    assert refused(lambda: factors.confirm_factor_reset(by=second, reset_id=reset_id)) == "factor_reset_over"


def test_the_database_itself_wants_two_people(db: None) -> None:
    ann = Membership.objects.get(pk=id_of(worker(Role.ADMIN)))
    whose = Membership.objects.get(pk=id_of(worker()))
    row = {"membership": whose, "organisation_id": whose.organisation_id, "reason": "x", "asked_at": kernel_clock.now()}
    done = {"state": FactorResetState.DONE, "asked_by": ann}
    with pytest.raises(IntegrityError), transaction.atomic():
        FactorReset.objects.create(**row, **done, settled_by=ann)
    with pytest.raises(IntegrityError), transaction.atomic():
        FactorReset.objects.create(**row, **done, settled_by=whose)


def test_the_last_day_and_keeping_out_are_entered_on_pages(place: Viewer) -> None:
    grace, client = worker(Role.ANALYST, name="Grace"), browser(place)
    page = f"/desk/people/{id_of(grace)}/"
    assert client.post(f"{page}suspend/", {"reason": "away"})["Location"] == f"{page}?done=suspended"
    assert "Kept out" in client.get(f"{page}?done=suspended").content.decode()
    assert client.post(f"{page}lift/").status_code == 303
    today = kernel_clock.today()
    day = {"until_on_day": today.day, "until_on_month": today.month, "until_on_year": today.year}
    assert client.post(f"{page}end/", day).status_code == 303
    assert Membership.objects.get(pk=id_of(grace)).until_on == today
    wrong = client.post(f"{page}end/", {"until_on_day": 1, "until_on_month": 1, "until_on_year": 2001})
    assert (wrong.status_code, "must not be before the first" in wrong.content.decode()) == (422, True)


def test_the_first_page_says_what_waits_and_otherwise_what_comes_next(
    admin: Viewer, letters: list[sending.Letter]
) -> None:
    assert "Nothing waits for you. Invite the people" in browser(admin).get("/desk/").content.decode()
    invitations.invite_person(by=admin, person=new(own(admin)))
    assert "Invitations without an answer" in browser(admin).get("/desk/").content.decode()
    assert "No backup was proven" in browser(worker(Role.PLACE_ADMIN)).get("/desk/").content.decode()
    assert "looked-after" not in browser(worker(Role.ANALYST)).get("/desk/").content.decode()


def test_work_that_ends_before_it_begins_or_in_another_team_is_refused(
    admin: Viewer, letters: list[sending.Letter]
) -> None:
    today = date(2026, 3, 10)
    backwards = new(own(admin), from_on=today, until_on=today - timedelta(days=1))
    assert refused(lambda: invitations.invite_person(by=admin, person=backwards)) == "work_ends_before_it_begins"
    team = add_team(by=KITH, organisation_id=organisation(), name="North")
    elsewhere = new(own(admin), team_id=team)
    assert refused(lambda: invitations.invite_person(by=admin, person=elsewhere)) == "team_of_another_organisation"
