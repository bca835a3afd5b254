"""Words in a family's referrals can be erased once and for ever; the steps themselves stay."""

import pytest
from django.db import InternalError, ProgrammingError, transaction
from django.test import Client

from kith.platform.access import Forbidden, NotFound
from kith.platform.audit.models import AuditEntry
from kith.referrals.actions.erasing import erase_referral_words
from kith.referrals.models.referrals import Referral, ReferralStep
from kith.referrals.queries.erasing import erasable_words
from kith.referrals.rules.referrals import ReferralReason, ReferralState
from kith.referrals.tests.referring import Place, move
from testing.people import account_of

pytestmark = pytest.mark.django_db
NOTE, WHY = "Her brother answers the phone", "She asked twice about pain"


@pytest.fixture
def place(db):
    return Place.build()


@pytest.fixture
def family_id(place):
    """A family with one closed and one open referral, with words in both."""
    made = place.family()
    closed = place.refer(made, why=WHY)
    move(place.visitor, closed, ReferralState.DECLINED, ReferralReason.OUT_OF_AREA, note=NOTE)
    place.refer(made, place.to_charity, why=WHY)
    return made


def test_closed_referrals_lose_their_words_and_keep_every_step(place, family_id):
    before = list(ReferralStep.objects.order_by("pk").values("number", "state", "reason", "at", "membership_id"))
    found = erasable_words(place.midwife, family_id)
    assert (found.count, found.open_count) == (2, 1)
    assert erase_referral_words(by=place.midwife, family_id=family_id) == 2
    assert erase_referral_words(by=place.midwife, family_id=family_id) == 0
    assert not ReferralStep.objects.filter(note=NOTE).exists()
    assert sorted(Referral.objects.values_list("state", "why")) == [("declined", ""), ("sent", WHY)]
    assert (
        list(ReferralStep.objects.order_by("pk").values("number", "state", "reason", "at", "membership_id")) == before
    )
    entry = AuditEntry.objects.get(action="referrals.referral_words_erased")
    assert (entry.family_id, entry.facts) == (family_id, {"count": 2})


@pytest.mark.parametrize(
    "change", [{"note": "Other words"}, {"note": "", "state": "done"}, {"note": "", "number": 9}, {"tries": 3}]
)
def test_the_database_lets_words_go_and_nothing_else_change(place, family_id, change):
    rows = ReferralStep.objects.filter(note=NOTE)
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        rows.update(**change)
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        rows._raw_delete(rows.db)
    assert rows.update(note="") == 1


def test_only_who_answers_for_records_and_may_open_this_one(place, family_id):
    with pytest.raises((Forbidden, NotFound)):
        erase_referral_words(by=place.supporter, family_id=family_id)
    with pytest.raises((Forbidden, NotFound)):
        erase_referral_words(by=place.visitor, family_id=place.family(name="Ion Rus"))
    assert ReferralStep.objects.filter(note=NOTE).exists()


def test_the_page_says_what_goes_and_what_stays(place, family_id):
    client = Client(headers={"sec-fetch-site": "same-origin"})
    client.force_login(account_of(place.midwife))
    address = f"/desk/families/{family_id}/erase-referral-words/"
    page = client.get(address).content.decode()
    assert "Words stand in 2 places" in page
    assert "1 referral is still open and keeps its words" in page
    assert NOTE not in page
    assert address in client.get(f"/desk/families/{family_id}/record/").content.decode()
    assert client.post(address)["Location"].endswith("?done=erased")
    assert "There are no words to erase" in client.get(address).content.decode()
