"""The people who look after the alliance say at the desk who belongs to it, and what is agreed."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from kith.kernel import clock
from kith.kernel.ids import AccountId
from kith.kernel.refusal import Refusal
from kith.organisations.actions.alliance import add_organisation, describe_organisation
from kith.organisations.actions.people import add_membership
from kith.organisations.models import SharingAgreement
from kith.organisations.queries.alliance import alliance_members, sharing_agreements
from kith.organisations.rules import OrganisationKind, Role
from kith.organisations.tests.test_alliance import BY, a_member, an_agreement
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.sign_in.models import Account

pytestmark = pytest.mark.django_db
DESK = "/desk/alliance/"


def at_work(client: Client, settings: Any, role: Role) -> Client:
    account = Account.objects.create_user(email=f"{role}@example.org")
    add_membership(
        by=BY,
        account_id=AccountId(account.pk),
        organisation_id=add_organisation(by=BY, name="Council", kind=OrganisationKind.COUNCIL),
        role=role,
        name="Megan",
    )
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


@pytest.fixture
def chair(client: Client, settings: Any) -> Client:
    return at_work(client, settings, Role.ALLIANCE_CHAIR)


def parts(name: str, day: Any) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def test_the_chair_says_what_a_member_is_there_for_and_everybody_reads_it(chair: Client) -> None:
    organisation_id = a_member()
    page = chair.get(f"{DESK}members/{organisation_id}/").content.decode()
    assert "We listen." in page and "Ascultăm." in page
    said = {"aims_en": "We sit down.", "aims_ro": "Stăm jos.", "phone": "020 7946 0001", "website": "example.org"}
    assert chair.post(f"{DESK}members/{organisation_id}/", said).status_code == 303
    (member,) = [each for each in alliance_members(ANONYMOUS, lang="ro") if each.id == organisation_id]
    assert (member.aims.text, member.phone, member.website, member.email) == (
        "Stăm jos.",
        "+442079460001",
        "https://example.org",
        "",
    )
    assert "Stăm jos." in chair.get("/ro/who-we-are/").content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"aims_en": ""}, "Enter it in English"),
        ({"aims_ro": "Cu Aptamil"}, "“Aptamil” is a brand"),
        ({"website": "https://medela.com"}, "“medela.com” belongs to a maker"),
        ({"phone": "1"}, "Enter a telephone number, like 0300 100 0212"),
        ({"email": "nobody"}, "Enter an e-mail address like name@example.org"),
        ({"website": "no address"}, "Enter a link that begins with https://"),
    ],
)
def test_what_cannot_be_said_of_a_member_is_named(chair: Client, changes: dict[str, str], words: str) -> None:
    organisation_id = a_member()
    answer = chair.post(f"{DESK}members/{organisation_id}/", {"aims_en": "We sit down.", **changes})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "We listen." in chair.get("/en/who-we-are/").content.decode()


def test_an_agreement_is_signed_once_however_often_it_is_sent_and_ends(chair: Client) -> None:
    today = clock.today()
    said = {
        "title_en": "One record",
        "summary_en": "With her agreement.",
        "between": [a_member(), a_member("Hospital")],
        "purposes": ["care"],
        **parts("signed_on", today - timedelta(days=3)),
        **parts("review_due_on", today + timedelta(days=300)),
    }
    for _ in range(2):
        assert chair.post(f"{DESK}agreements/add/", said).status_code == 303
    (agreement,) = sharing_agreements(ANONYMOUS, lang="en")
    assert agreement.between == ("Hospital", "Milk Friends")
    assert "One record" in chair.get(DESK).content.decode()
    for _ in range(2):
        assert chair.post(f"{DESK}agreements/{agreement.id}/end/", {"sure": "yes"}).status_code == 303
    assert sharing_agreements(ANONYMOUS, lang="en") == []
    assert chair.post(f"{DESK}agreements/0/end/", {"sure": "yes"})["Location"] == DESK


@pytest.mark.parametrize(
    ("alone", "signed", "review", "words"),
    [
        (True, -3, 300, "Choose at least two organisations"),
        (False, 1, 300, "Enter a day that has come"),
        (False, -3, -3, "Enter a day after the one on which it was signed"),
    ],
)
def test_an_agreement_that_cannot_be_says_why(chair: Client, alone: bool, signed: int, review: int, words: str) -> None:
    today = clock.today()
    between = [a_member()] if alone else [a_member(), a_member("Hospital")]
    said = {"title_en": "One", "summary_en": "Two", "between": between, "purposes": ["care"]}
    said |= parts("signed_on", today + timedelta(days=signed)) | parts("review_due_on", today + timedelta(days=review))
    answer = chair.post(f"{DESK}agreements/add/", said)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert sharing_agreements(ANONYMOUS, lang="en") == []


def test_who_does_not_look_after_the_alliance_is_not_let_in(client: Client, settings: Any) -> None:
    midwife = at_work(client, settings, Role.MIDWIFE)
    assert midwife.get(DESK).status_code == 403
    assert midwife.post(f"{DESK}agreements/add/").status_code == 403


def test_the_who_code_holds_whichever_way_words_come() -> None:
    with pytest.raises(Refusal, match="against_the_code"):
        describe_organisation(
            by=BY, organisation_id=a_member(), aims={"en": "With Aptamil"}, website="", email="", phone=""
        )


def test_the_database_refuses_the_same_agreement_twice() -> None:
    agreement = SharingAgreement.objects.get(pk=an_agreement(a_member()))
    with pytest.raises(IntegrityError), transaction.atomic():
        SharingAgreement.objects.create(
            title=agreement.title, signed_on=agreement.signed_on, review_due_on=agreement.review_due_on
        )
