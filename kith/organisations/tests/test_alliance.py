from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.test import Client

from kith.kernel import clock
from kith.kernel.ids import AccountId, SharingAgreementId
from kith.organisations.actions.agreements import end_agreement, sign_agreement
from kith.organisations.actions.alliance import add_organisation, describe_organisation
from kith.organisations.actions.people import add_membership
from kith.organisations.queries.alliance import alliance_members, sharing_agreements
from kith.organisations.rules import OrganisationKind, Role, SharedFor
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.platform.sign_in.models import Account

pytestmark = pytest.mark.django_db
BY = system_actor("tests")


def a_member(name: str = "Milk Friends") -> int:
    organisation_id = add_organisation(by=BY, name=name, kind=OrganisationKind.CHARITY)
    account = Account.objects.create_user(email=f"{organisation_id}@example.org")
    add_membership(
        by=BY,
        account_id=AccountId(account.pk),
        organisation_id=organisation_id,
        role=Role.PEER_SUPPORTER,
        name="Noor Barakat",
    )
    describe_organisation(
        by=BY,
        organisation_id=organisation_id,
        aims={"en": "We listen.", "ro": "Ascultăm."},
        website="https://example.org",
        email="friends@example.org",
        phone="+442079460000",
    )
    return organisation_id


def an_agreement(*between: int, days: int = 100) -> SharingAgreementId:
    today = clock.today()
    return sign_agreement(
        by=BY,
        title={"en": "One record"},
        summary={"en": "With her agreement."},
        between=between,
        signed_on=today - timedelta(days=10),
        review_due_on=today + timedelta(days=days),
        purposes=[SharedFor.CARE],
    )


def test_everybody_reads_who_belongs_and_what_is_shared_and_no_persons_name(client: Client) -> None:
    an_agreement(a_member(), a_member("Council"))
    page = client.get("/ro/who-we-are/").content.decode()
    for words in ("Milk Friends", "Ascultăm.", "friends@example.org", "One record", "Council; Milk Friends"):
        assert words in page
    assert "Noor" not in page
    assert 'href="/ro/who-we-are/"' in client.get("/ro/").content.decode()


def test_a_role_is_named_only_where_somebody_works_in_it_today() -> None:
    a_member()
    add_organisation(by=BY, name="Empty", kind=OrganisationKind.COUNCIL)
    roles = {each.name: [str(role.name) for role in each.roles] for each in alliance_members(ANONYMOUS, lang="en")}
    assert roles == {"Milk Friends": ["Peer supporter"], "Empty": []}


def test_an_agreement_that_has_ended_is_no_longer_shown_and_one_past_its_review_says_so(clock) -> None:
    agreement_id = an_agreement(a_member())
    clock.advance(days=101)
    assert [each.is_past_review for each in sharing_agreements(ANONYMOUS, lang="en")] == [True]
    for _ in range(2):
        end_agreement(by=BY, agreement_id=agreement_id)
    assert sharing_agreements(ANONYMOUS, lang="en") == []


def test_only_who_administers_says_who_we_are() -> None:
    organisation_id = a_member()
    with pytest.raises(Forbidden):
        describe_organisation(by=ANONYMOUS, organisation_id=organisation_id, aims={}, website="", email="", phone="")
    with pytest.raises(NotFound):
        describe_organisation(by=BY, organisation_id=0, aims={}, website="", email="", phone="")


def test_the_database_refuses_an_agreement_that_is_reviewed_before_it_is_signed() -> None:
    with pytest.raises(IntegrityError):
        an_agreement(days=-20)
