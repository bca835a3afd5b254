"""Random histories of referrals agree with a model, and the comparison would see it if they did not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from kith.care.actions import referral_steps
from kith.care.actions.referral_steps import Owner
from kith.care.tests.referral_machine import run_histories


class TestHistories(TestCase):
    """Each example in a transaction of its own."""

    @settings(max_examples=15, deadline=None)
    @given(st.integers(0, 2**32))
    def test_histories_agree_with_the_model(self, seed: int) -> None:
        assert run_histories(3, seed) == []


@pytest.mark.django_db
def test_a_house_that_forgets_who_took_it_on_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    truly = referral_steps.owner_after

    def forgets(*asked: object) -> Owner:
        owner = truly(*asked)  # type: ignore[arg-type]
        return Owner(owner.organisation_id, owner.team_id)

    monkeypatch.setattr(referral_steps, "owner_after", forgets)
    assert run_histories(60, 1)
