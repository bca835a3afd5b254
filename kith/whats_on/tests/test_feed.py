import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kith.kernel.ids import ServiceId
from kith.whats_on.actions.planning import NewSession, plan_sessions
from kith.whats_on.tests.world import BUILDER, SATURDAY_MORNING, a_series, a_service, a_venue, an_organisation

pytestmark = pytest.mark.django_db
TWO_HOURS = timedelta(hours=2)


def a_service_with(weeks: tuple[int, ...], *, online: bool = False) -> ServiceId:
    """A service with a session on the Saturdays that lie so many weeks ahead, from ten to twelve."""
    organisation_id = an_organisation(f"Charity of {weeks}")
    venue_id = None if online else a_venue(organisation_id)
    service_id = a_service(organisation_id, venue_id)
    starts = [SATURDAY_MORNING + timedelta(weeks=week) for week in weeks]
    sessions = [
        NewSession(starts_at=start, ends_at=start + TWO_HOURS, capacity=4, online=online, venue_id=venue_id)
        for start in starts
    ]
    plan_sessions(by=BUILDER, series_id=a_series(service_id), sessions=sessions)
    return service_id


def asked(client: Client, path: str) -> Any:
    return json.loads(client.get(f"/open-referral/{path}").content)


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        ((0, 1), ("", 0, "10:00:00")),
        ((3, 4, 5), ("WEEKLY", 1, "11:00:00")),
        ((0, 2), ("", 0, "10:00:00")),
        ((3, 5, 7), ("WEEKLY", 2, "11:00:00")),
    ],
)
def test_the_feed_says_when_sessions_come_round(client: Client, weeks: tuple[int, ...], said: Any, clock: Any) -> None:
    a_service_with(weeks)
    (listed,) = asked(client, "services")["contents"]
    schedules = asked(client, f"services/{listed['id']}")["schedules"]
    rules = {(each.get("freq", ""), each.get("interval", 0), each["opens_at"]) for each in schedules}
    assert said in rules
    assert {each["attending_type"] for each in schedules} == {"in person"}


@pytest.mark.parametrize(
    ("filter_", "count"),
    [
        ("day=SA", 2),
        ("day=SU", 0),
        ("day=SA&start_time=09:00&end_time=13:00", 2),
        ("start_time=10:30", 0),
        ("end_time=11:00:00", 0),
    ],
)
def test_services_are_found_by_day_and_time(client: Client, filter_: str, count: int) -> None:
    a_service_with((0, 1))
    a_service_with((0,), online=True)
    a_service(an_organisation())
    assert asked(client, f"services?{filter_}")["total_items"] == count
