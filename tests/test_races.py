"""Two things at once: one of two teams has the referral, and nothing leaves once the word is taken back."""

import pytest

from tests.histories import races

pytestmark = pytest.mark.django_db(transaction=True)
# Without the lock it is a matter of luck who is first: a control goes on until luck has it.
TRIES = 25


def test_one_of_two_teams_has_the_referral() -> None:
    assert races.two_teams_accept(3, 1) == []


def test_without_locking_the_family_somebody_would_see_an_error() -> None:
    with races.without_locking_the_family():
        assert any(races.two_teams_accept(1, seed) for seed in range(TRIES))


def test_nothing_leaves_once_the_word_is_taken_back() -> None:
    assert races.consent_withdrawn_while_sending(1, 1) == []


def test_without_locking_the_family_some_would_leave() -> None:
    with races.without_locking_before_sending():
        assert any(races.consent_withdrawn_while_sending(1, seed) for seed in range(TRIES))
