"""Two people accept one referral in the same moment: one of them has it. Without the lock the database says no."""

import pytest

from kith.referrals.actions import referring as referrals
from kith.referrals.models.referrals import Referral, ReferralStep
from kith.referrals.rules.referrals import ReferralState
from kith.referrals.tests.referring import Place, move
from testing.people import at_the_same_moment, look_together, worker

pytestmark = pytest.mark.django_db(transaction=True)


def accepted_by_both():
    place = Place.build()
    people = (place.visitor, worker(at=place.visiting, name="Of another team"))
    referral_id = place.refer(place.family())
    answers = at_the_same_moment(
        *(lambda who=who: move(who, referral_id, ReferralState.ACCEPTED).value for who in people)
    )
    return sorted(answers), Referral.objects.get(pk=referral_id)


def acceptances(row):
    return list(ReferralStep.objects.filter(referral=row, state="accepted").values_list("membership_id", flat=True))


def test_one_of_two_has_it():
    answers, row = accepted_by_both()
    assert answers == ["Refusal", "accepted"]
    assert acceptances(row) == [row.owner_membership_id]


def test_without_the_lock_the_database_refuses_the_second(monkeypatch):
    monkeypatch.setattr(referrals, "lock_family", lambda _: None)
    monkeypatch.setattr(referrals, "may_move", together_only_when_accepting(referrals.may_move))
    answers, row = accepted_by_both()
    assert answers == ["IntegrityError", "accepted"]
    assert acceptances(row) == [row.owner_membership_id]


def together_only_when_accepting(truly):
    together = look_together(2, truly)
    return lambda facts, move, **more: (together if move.to is ReferralState.ACCEPTED else truly)(facts, move, **more)
