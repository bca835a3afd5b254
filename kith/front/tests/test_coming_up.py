"""Home shows what one can still go to, and nothing that is over."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from kith.front.queries import coming_up
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.tests.world import BUILDER, a_session

pytestmark = pytest.mark.django_db

EARLIER_TODAY = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
LATER_TODAY = datetime(2026, 3, 10, 14, 0, tzinfo=UTC)
TOMORROW = datetime(2026, 3, 11, 10, 0, tzinfo=UTC)


def ids() -> list[int]:
    return [on.session.id for on in coming_up(ANONYMOUS, "en").sessions]


def test_todays_sessions_come_first_and_those_that_are_over_are_left_out():
    a_session(starts_at=EARLIER_TODAY)
    later = a_session(starts_at=LATER_TODAY)
    a_session(starts_at=TOMORROW)
    assert ids() == [later]
    assert coming_up(ANONYMOUS, "en").is_today


def test_when_today_is_over_tomorrow_is_shown():
    cancel_session(by=BUILDER, session_id=a_session(starts_at=LATER_TODAY))
    tomorrow = a_session(starts_at=TOMORROW)
    assert ids() == [tomorrow]
    assert not coming_up(ANONYMOUS, "en").is_today


def test_a_day_with_nothing_on_says_nothing(client: Client):
    assert ids() == []
    assert "On today" not in client.get("/en/").content.decode()


def test_home_names_the_session_in_the_readers_language_and_the_hour_on_our_clock(client: Client):
    a_session(starts_at=LATER_TODAY)
    text = client.get("/ro/").content.decode()
    assert "Pregătirea pentru hrănire" in text
    assert "Netherfield Family Hub" in text
    assert "14:00" in text
