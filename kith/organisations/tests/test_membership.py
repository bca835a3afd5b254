"""Who a worker is, from the first day of their work to the last."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from kith.kernel import clock as kernel_clock
from kith.kernel.ids import AccountId
from kith.kernel.refusal import Refusal
from kith.organisations.actions.alliance import add_organisation, add_team
from kith.organisations.actions.people import (
    add_membership,
    announce_ended_memberships,
    end_membership,
    move_membership,
)
from kith.organisations.models import Membership, Organisation
from kith.organisations.queries.people import managers_of, membership_card, organisation_of_kind, viewer_for
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.platform.audit.models import AuditEntry
from kith.platform.outbox.models import OutboxEvent
from kith.platform.sign_in.models import Account

KITH = system_actor("test")
pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation():
    return add_organisation(by=KITH, name="Health visiting", kind=OrganisationKind.HEALTH_VISITING)


@pytest.fixture
def account() -> Account:
    return Account.objects.create_user("grace@example.invalid")


def join(account: Account, organisation, **more):
    given = {"role": Role.HEALTH_VISITOR, "name": "Grace Obi", **more}
    return add_membership(by=KITH, account_id=AccountId(account.pk), organisation_id=organisation, **given)


def test_a_membership_makes_a_viewer_with_her_role_team_and_organisation(account, organisation):
    team = add_team(by=KITH, organisation_id=organisation, name="North")
    membership = join(account, organisation, team_id=team)
    viewer = viewer_for(account)
    assert viewer is not None
    assert (viewer.name, viewer.role, viewer.membership_id) == ("Grace Obi", "health-visitor", membership)
    assert viewer.organisation_ids == {organisation}
    assert viewer.team_ids == {team}
    assert Permission.RECORD_FEEDING in viewer.permissions


def test_somebody_without_a_membership_is_nobody_at_work(account):
    assert viewer_for(account) is None


def test_work_begins_and_ends_on_its_days(account, organisation, clock):
    membership = join(account, organisation, from_on=date(2026, 3, 12))
    assert viewer_for(account) is None
    clock.advance(days=2)
    assert viewer_for(account)
    end_membership(by=KITH, membership_id=membership, until_on=date(2026, 3, 13))
    clock.advance(days=1)
    assert viewer_for(account)
    clock.advance(days=1)
    assert viewer_for(account) is None


def test_nobody_works_in_two_places_at_a_time(account, organisation):
    join(account, organisation)
    with pytest.raises(IntegrityError, match="membership_one_at_a_time"):
        join(account, organisation, role=Role.ADMIN)


def test_a_team_belongs_to_the_organisation(account, organisation):
    other = add_organisation(by=KITH, name="Hospital", kind=OrganisationKind.HOSPITAL)
    team = add_team(by=KITH, organisation_id=other, name="Ward 9")
    with pytest.raises(Refusal, match="team_of_another_organisation"):
        join(account, organisation, team_id=team)


def test_only_an_administrator_takes_people_in(account, organisation):
    with pytest.raises(Forbidden):
        add_organisation(by=ANONYMOUS, name="Mine", kind=OrganisationKind.CHARITY)


def test_taking_somebody_in_is_written_down_without_her_name(account, organisation):
    join(account, organisation)
    entry = AuditEntry.objects.latest("pk")
    assert entry.action == "organisations.membership_added"
    assert "Grace" not in str(entry.facts)


@pytest.mark.parametrize(
    "wrong", [{"role": "king"}, {"name": ""}, {"until_on": date(2026, 1, 1)}], ids=["role", "name", "end"]
)
def test_the_database_refuses_a_membership_that_cannot_be(account, organisation, wrong):
    row = {"role": Role.ANALYST, "name": "Ann", "from_on": date(2026, 2, 1), **wrong}
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(account=account, organisation_id=organisation, **row)


def test_the_database_refuses_an_unknown_kind_of_organisation():
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(name="Shop", kind="shop")


def test_cards_say_who_somebody_is(account, organisation):
    membership = join(account, organisation, languages=["en", "ro"])
    card = membership_card(membership)
    assert card is not None
    assert (card.name, card.role_name, card.organisation.name) == ("Grace Obi", "Health visitor", "Health visiting")
    assert card.languages == ("en", "ro")
    found = organisation_of_kind(OrganisationKind.HEALTH_VISITING)
    assert found and found.id == organisation
    assert organisation_of_kind(OrganisationKind.COUNCIL) is None


def announced() -> list[int]:
    return [row.payload["membership_id"] for row in OutboxEvent.objects.filter(name="organisations.MembershipEnded")]


def test_an_end_that_has_come_is_announced_at_once_and_only_once(account, organisation):
    membership_id = join(account, organisation)
    for _ in range(2):
        end_membership(by=KITH, membership_id=membership_id, until_on=kernel_clock.today())
    assert announced() == [membership_id]


def test_an_end_entered_ahead_is_announced_on_its_day_and_only_once(account, organisation, clock):
    membership_id = join(account, organisation)
    end_membership(by=KITH, membership_id=membership_id, until_on=kernel_clock.today() + timedelta(days=2))
    assert announce_ended_memberships(by=KITH) == 0
    clock.advance(days=2)
    assert [announce_ended_memberships(by=KITH) for _ in range(2)] == [1, 0]
    assert announced() == [membership_id]


def test_a_last_day_put_off_is_announced_when_it_comes(account, organisation, clock):
    membership_id = join(account, organisation)
    today = kernel_clock.today()
    end_membership(by=KITH, membership_id=membership_id, until_on=today)
    end_membership(by=KITH, membership_id=membership_id, until_on=today + timedelta(days=7))
    clock.advance(days=7)
    assert announce_ended_memberships(by=KITH) == 1
    assert announced() == [membership_id, membership_id]


def test_who_moves_to_another_team_or_other_wards_is_announced(account, organisation):
    team = add_team(by=KITH, organisation_id=organisation, name="North")
    membership_id = join(account, organisation)
    for _ in range(2):
        move_membership(by=KITH, membership_id=membership_id, team_id=team, wards=["E05000002", "E05000001"])
    card = membership_card(membership_id)
    assert card and (card.team_id, card.wards) == (team, ("E05000001", "E05000002"))
    assert OutboxEvent.objects.filter(name="organisations.MembershipMoved").count() == 1


def test_nobody_moves_into_another_organisations_team(account, organisation):
    other = add_organisation(by=KITH, name="Charity", kind=OrganisationKind.CHARITY)
    team = add_team(by=KITH, organisation_id=other, name="North")
    membership_id = join(account, organisation)
    with pytest.raises(Refusal, match="team_of_another_organisation"):
        move_membership(by=KITH, membership_id=membership_id, team_id=team)


def test_managers_are_those_who_look_after_caseloads_and_work_today(account, organisation):
    assert managers_of(organisation) == []
    membership_id = join(account, organisation, role=Role.FEEDING_LEAD, from_on=date(2025, 1, 1))
    assert [card.id for card in managers_of(organisation)] == [membership_id]
    end_membership(by=KITH, membership_id=membership_id, until_on=kernel_clock.today() - timedelta(days=1))
    assert managers_of(organisation) == []
