import re
from datetime import timedelta

import pytest
from django.test import Client

from kith.directory.rules import Need, Way
from kith.groups.tests.world import BUILDER, SATURDAY_MORNING, a_series, a_service, a_session, a_venue, an_organisation
from kith.places.actions.founding import found_place

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
    with django_assert_max_num_queries(12):
        client.get("/en/find-support/?near=MK6+4HR&need=it_hurts")


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("lang", ["en", "ro", "ar"])
def test_the_map_has_no_styles_of_its_own_and_every_marker_leads_to_the_list(client: Client, lang: str) -> None:
    page = client.get(f"/{lang}/find-support/?near=MK6").content.decode()
    assert " style=" not in page
    assert re.findall(r'kith-map__marker" href="#(result-\d+)"', page) == ["result-1"]
