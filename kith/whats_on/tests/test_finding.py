"""Choosing services by their dates, in the database."""

from datetime import datetime, timedelta

import pytest

from kith.directory.actions.venues import add_venue
from kith.directory.queries.search import Sought
from kith.directory.rules.codes import BabyAge, Feature, Way
from kith.directory.rules.listed import ListedVenue
from kith.directory.rules.needs import Need
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import VenueId
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.models.sessions import Session
from kith.whats_on.queries.finding import Choice, Timing, choices_near, choices_soonest
from kith.whats_on.rules.codes import DayWish, PartOfDay
from kith.whats_on.rules.times import HOURS, suits_day
from kith.whats_on.tests.world import BUILDER, SATURDAY_MORNING, a_series, a_service, a_session, an_organisation

pytestmark = pytest.mark.django_db
HERE = (-0.72, 52.02)


def near(sought: Sought | None = None, timing: Timing | None = None, most: int = 10) -> list[Choice]:
    lon, lat = HERE
    return choices_near(ANONYMOUS, sought or Sought(), timing or Timing(), lon=lon, lat=lat, most=most, lang="en")


def soonest(sought: Sought | None = None, timing: Timing | None = None) -> list[Choice]:
    return choices_soonest(ANONYMOUS, sought or Sought(), timing or Timing(), most=10, lang="en")


def names(choices: list[Choice]) -> list[str]:
    return [each.service.name.text for each in choices]


def a_venue_at(organisation_id: int, lon: float, *features: Feature) -> VenueId:
    venue = ListedVenue(
        organisation_id, f"Hall at {lon}", "1 Way", "MK6 4HR", lon, 52.02, kernel_clock.today(), features
    )
    return add_venue(by=BUILDER, venue=venue)


@pytest.fixture
def town() -> dict[str, VenueId]:
    """A café here on Saturdays and a mile away on Mondays, a clinic further off, and a telephone line."""
    organisation_id = an_organisation()
    here, mile, far = (a_venue_at(organisation_id, lon) for lon in (-0.72, -0.70, -0.60))
    cafe = a_series(a_service(organisation_id, here, name={"en": "Café"}, needs=(Need.IT_HURTS,)))
    a_session(series_id=cafe, venue_id=here)
    a_session(series_id=cafe, venue_id=mile, starts_at=SATURDAY_MORNING + timedelta(days=2))
    clinic = a_series(
        a_service(organisation_id, far, name={"en": "Clinic"}, needs=(Need.LATCHING,), spoken=(), cost_pence=500)
    )
    a_session(series_id=clinic, venue_id=far, starts_at=SATURDAY_MORNING - timedelta(days=1), language="so")
    a_service(organisation_id, name={"en": "Line"}, needs=(Need.IT_HURTS,), ways=(Way.PHONE,), spoken=())
    return {"here": here, "mile": mile, "far": far}


def test_the_nearest_comes_first_each_service_once_and_what_needs_no_way_last(town) -> None:
    found = near()
    assert names(found) == ["Café", "Clinic", "Line"]
    assert [each.venue and each.venue.id for each in found] == [town["here"], town["far"], None]


def test_the_venue_is_the_nearest_at_which_a_date_suits(town) -> None:
    [cafe, *_] = near(timing=Timing(day=DayWish.MONDAY))
    assert (cafe.service.name.text, cafe.venue and cafe.venue.id, cafe.dates_count) == ("Café", town["mile"], 1)


@pytest.mark.usefixtures("town")
def test_without_a_place_the_soonest_date_comes_first() -> None:
    assert names(soonest()) == ["Clinic", "Café", "Line"]


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("find", [near, soonest])
@pytest.mark.parametrize(
    ("sought", "timing", "found"),
    [
        (Sought(need=Need.LATCHING), Timing(), {"Clinic"}),
        (Sought(is_free=True), Timing(), {"Café", "Line"}),
        (Sought(language="so"), Timing(), {"Café", "Clinic"}),
        (Sought(language="ro"), Timing(), {"Café", "Clinic"}),
        (Sought(), Timing(at_a_distance=False), {"Café", "Clinic"}),
        (Sought(), Timing(in_person=False), {"Line"}),
        (Sought(), Timing(day=DayWish.WEEKDAY), {"Café", "Clinic"}),
        (Sought(), Timing(part=PartOfDay.EVENING), set()),
        (Sought(need=Need.IT_HURTS), Timing(day=DayWish.SATURDAY, part=PartOfDay.MORNING), {"Café"}),
        (Sought(features=(Feature.PRAYER_ROOM,)), Timing(), {"Line"}),
        (Sought(text="clinic"), Timing(), {"Clinic"}),
        (Sought(age=BabyAge.EXPECTED), Timing(), {"Café", "Clinic", "Line"}),
    ],
)
def test_every_wish_narrows_what_is_found(find, sought: Sought, timing: Timing, found: set[str]) -> None:
    assert set(names(find(sought, timing))) == found


@pytest.mark.usefixtures("town")
def test_a_date_that_is_called_off_is_no_longer_found() -> None:
    [monday] = near(timing=Timing(day=DayWish.MONDAY))
    cancel_session(by=BUILDER, session_id=monday.dates[0].id)
    assert near(timing=Timing(day=DayWish.MONDAY)) == []


def test_a_search_asks_few_questions_however_much_there_is(town, django_assert_max_num_queries) -> None:
    organisation_id = an_organisation("Another")
    for number in range(12):
        series = a_series(a_service(organisation_id, town["here"], name={"en": f"Group {number}"}))
        for week in range(5):
            a_session(series_id=series, venue_id=town["here"], starts_at=SATURDAY_MORNING + timedelta(weeks=week))
    with django_assert_max_num_queries(3):
        found = near(most=10)
    assert len(found) == 10
    assert all(len(each.dates) == 3 and each.dates_count == 5 for each in found if each.service.name.text != "Café")


@pytest.mark.parametrize("wish", DayWish)
@pytest.mark.parametrize("part", [None, *PartOfDay])
def test_the_database_and_the_rule_agree_on_days_and_times(wish: DayWish, part: PartOfDay | None) -> None:
    series = a_series(a_service(an_organisation()))
    # Across the day on which the clocks change, at every third hour.
    first = datetime(2026, 3, 27, 0, 30, tzinfo=SATURDAY_MORNING.tzinfo)
    for hours in range(0, 24 * 8, 3):
        a_session(series_id=series, starts_at=first + timedelta(hours=hours), online=True)
    today = first.date() + timedelta(days=1)
    found = set(Session.objects.on(wish, part, today=today).values_list("starts_at", flat=True))
    starts = [kernel_clock.local(each) for each in Session.objects.values_list("starts_at", flat=True)]
    hours = range(*HOURS[part]) if part else range(24)
    assert found == {each for each in starts if suits_day(each, wish, today=today) and each.hour in hours}
