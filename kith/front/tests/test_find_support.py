import re
from datetime import timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from kith.directory.rules.codes import Way
from kith.directory.rules.needs import Need
from kith.places.actions.founding import found_place
from kith.whats_on.tests.world import (
    BUILDER,
    SATURDAY_MORNING,
    a_series,
    a_service,
    a_session,
    a_venue,
    an_organisation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> None:
    """A Saturday course in Netherfield, a weekday café with a Romanian speaker, and a telephone line."""
    found_place(by=BUILDER)
    organisation_id = an_organisation()
    venue_id = a_venue(organisation_id)
    course = a_series(
        a_service(organisation_id, venue_id, name={"en": "Course"}, needs=(Need.BEFORE_THE_BIRTH,), spoken=())
    )
    a_session(series_id=course, venue_id=venue_id, interpreter_possible=False)
    cafe = a_series(a_service(organisation_id, venue_id, name={"en": "Milk café"}, needs=(Need.IT_HURTS,)))
    a_session(series_id=cafe, venue_id=venue_id, starts_at=SATURDAY_MORNING + timedelta(days=2))
    a_service(
        organisation_id,
        name={"en": "Telephone line"},
        needs=(Need.SOMEONE_TO_TALK_TO,),
        ways=(Way.PHONE,),
        spoken=(),
        phone="01908000000",
    )


def found(client: Client, query: str = "", lang: str = "en") -> list[str]:
    page = client.get(f"/{lang}/find-support/{query}").content.decode()
    assert "0300 100 0212" in page
    names = re.findall(r'<h3 class="kith-result__name">.*?</span>\s*(.*?)</h3>', page, flags=re.DOTALL)
    return [re.sub(r"<[^>]+>", "", name).strip() for name in names]


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Course", "Milk café", "Telephone line"]),
        ("?need=it_hurts", ["Milk café"]),
        ("?words=doare", ["Milk café"]),
        ("?words=ألم", ["Milk café"]),
        ("?words=Course", ["Course"]),
        ("?day=weekend", ["Course"]),
        ("?day=weekday", ["Milk café"]),
        ("?language=ro", ["Milk café"]),
        ("?visit=online", ["Telephone line"]),
        ("?near=MK6&visit=in_person", ["Course", "Milk café"]),
        ("?need=it_hurts&day=today", ["Milk café"]),
        ("?need=safer_sleep", ["Course", "Milk café", "Telephone line"]),
        ("?need=%00&day=never&language=zzz&near=%F0%9F%91%B6", ["Course", "Milk café", "Telephone line"]),
    ],
)
def test_filters_combine_and_the_page_is_never_empty(client: Client, query: str, names: list[str]) -> None:
    assert found(client, query) == names


def test_with_nothing_entered_yet_somebody_can_still_be_called(client: Client) -> None:
    assert found(client) == []


@pytest.mark.usefixtures("place")
def test_what_was_let_go_is_said(client: Client) -> None:
    page = client.get("/en/find-support/?need=it_hurts&day=today").content.decode()
    assert "We let go of:" in page
    assert "the day or time" in page


@pytest.mark.usefixtures("place")
def test_an_unknown_postcode_says_what_to_try(client: Client) -> None:
    page = client.get("/en/find-support/?near=ZZ99+9ZZ").content.decode()
    assert "Try the first half of your postcode" in page
    assert "&lt;bdi" not in page


@pytest.mark.usefixtures("place")
def test_the_language_switch_keeps_the_filters(client: Client) -> None:
    page = client.get("/en/find-support/?need=it_hurts&near=MK6").content.decode()
    assert 'href="/ro/find-support/?need=it_hurts&amp;near=MK6"' in page


@pytest.mark.usefixtures("place")
def test_a_search_takes_few_statements(client: Client, django_assert_max_num_queries) -> None:
    client.get("/en/help-now/")  # the lasting copies are there
    with django_assert_max_num_queries(12):
        client.get("/en/find-support/?near=MK6+4HR&need=it_hurts")


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("lang", ["en", "ro", "ar"])
def test_the_map_has_no_styles_of_its_own_and_every_marker_leads_to_the_list(client: Client, lang: str) -> None:
    page = client.get(f"/{lang}/find-support/?near=MK6").content.decode()
    assert " style=" not in page
    assert re.findall(r'kith-map__marker" href="#(result-\d+)"', page) == ["result-1"]


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?day=monday", ["Milk café"]),
        ("?time=morning&visit=in_person", ["Course", "Milk café"]),
        ("?access=pram_access&access=bring_your_mother&visit=in_person", ["Course", "Milk café"]),
        ("?access=prayer_room", ["Telephone line"]),
        ("?free=yes&near=MK6", ["Course", "Milk café", "Telephone line"]),
        ("?words=durrere", ["Milk café"]),
        ("?show=x&show=99999999999", ["Course", "Milk café", "Telephone line"]),
        ("?access=nonsense&age=nonsense&time=nonsense&free=", ["Course", "Milk café", "Telephone line"]),
    ],
)
def test_more_filters_combine(client: Client, query: str, names: list[str]) -> None:
    assert found(client, query) == names


@pytest.mark.usefixtures("place")
def test_every_link_of_the_page_keeps_the_whole_search(client: Client) -> None:
    page = client.get("/en/find-support/?near=MK6&access=pram_access&access=bring_your_mother&free=on&time=morning")
    text = page.content.decode()
    kept = "?near=MK6&amp;time=morning&amp;free=yes&amp;access=pram_access&amp;access=bring_your_mother"
    assert f'href="/en/find-support/print/{kept}"' in text
    assert f'href="/en/find-support/kith.ics{kept}"' in text
    assert 'value="pram_access" checked' in text


@pytest.mark.usefixtures("place")
def test_a_misspelt_postcode_is_asked_back_and_the_link_keeps_the_rest(client: Client) -> None:
    page = client.get("/en/find-support/?near=NK6+4HR&need=it_hurts").content.decode()
    assert "Did you mean:" in page
    assert 'href="?near=MK6&amp;need=it_hurts"' in page


@pytest.mark.usefixtures("place")
def test_the_printed_list_tells_the_way_and_whom_to_call(client: Client) -> None:
    page = client.get("/en/find-support/print/?near=MK6&need=it_hurts").content.decode()
    assert "Milk café" in page
    assert "Farthing Grove" in page
    assert "Bus 4 stops at the door." in page
    assert "0300 100 0212" in page
    assert "<form" not in page


@pytest.mark.usefixtures("place")
def test_a_calendar_follows_exactly_what_fits(client: Client) -> None:
    answer = client.get("/en/find-support/kith.ics?need=it_hurts")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    entries = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(entry["SUMMARY"]) for entry in entries] == ["Getting ready to feed"]
    assert "Netherfield Family Hub" in entries[0]["LOCATION"]
    assert entries[0].decoded("DTSTART") == SATURDAY_MORNING + timedelta(days=2)
    nothing = client.get("/en/find-support/kith.ics?need=it_hurts&day=today")
    assert Calendar.from_ical(nothing.content).walk("VEVENT") == []


@pytest.mark.usefixtures("place")
def test_one_more_page_of_results_is_asked_for_by_a_link_that_leads_to_its_first(client: Client) -> None:
    organisation_id = an_organisation("Many")
    for number in range(12):
        a_service(organisation_id, name={"en": f"Line {number}"}, ways=(Way.PHONE,), spoken=())
    page = client.get("/en/find-support/").content.decode()
    assert 'href="?show=20#result-11"' in page
    assert len(found(client, "?show=20")) == 15
    assert "Show more" not in client.get("/en/find-support/?show=20").content.decode()
