"""The public page and its file, from the record."""

import pytest
from django.core.cache import caches

from kith.feeding.rules.statuses import Feeding
from kith.insight.queries.feeding import QUARTERS_SHOWN
from kith.insight.queries.released import our_numbers
from kith.insight.rules.figures import State
from kith.insight.tests.world import born, release
from kith.kernel import clock
from kith.kernel.quarter import Quarter
from kith.organisations.rules import Role
from kith.places.facts import coventry
from kith.platform.access.viewer import ANONYMOUS
from testing.people import worker


@pytest.fixture(autouse=True)
def no_page_kept():
    caches["pages"].clear()


@pytest.fixture
def two_quarters(db):
    now = Quarter.of(clock.today())
    born(now.previous().previous().first_day, 100, [Feeding.TOTALLY, Feeding.NOT_AT_ALL])
    born(now.previous().first_day, 100, [Feeding.PARTIALLY, Feeding.TOTALLY, Feeding.NOT_AT_ALL])
    analyst = worker(Role.ANALYST)
    for quarter in (now.previous().previous(), now.previous()):
        release(analyst, quarter)
    return now


def test_quarters_are_those_that_were_released(two_quarters):
    figures = our_numbers(ANONYMOUS).feeding.figures
    assert [(figure.fed, figure.due, figure.state) for figure in figures] == [
        (50, 100, State.PUBLISHED),
        (67, 100, State.PUBLISHED),
    ]


@pytest.mark.parametrize("language", ["en", "ro", "ar"])
def test_the_page_stands_in_every_language(client, two_quarters, language):
    page = client.get(f"/{language}/our-numbers/").content.decode()
    assert ("67,0" if language == "ro" else "67.0") in page
    assert "<svg" in page
    assert "style=" not in page
    assert page.count("<table") >= 3


def test_an_anonymous_reader_gets_no_cookie(client, two_quarters):
    assert not client.get("/en/our-numbers/").cookies


def test_the_page_says_the_honest_words(client, two_quarters):
    page = " ".join(client.get("/en/our-numbers/").content.decode().split())
    assert "36 deaths in 2021 to 2023:" in page
    assert "3.8 per 1,000 births, similar to England" in page
    assert "The fall from 4.9 in 2011 to 2013 is not statistically significant" in page
    assert "67 of the 100 babies due were totally or partially breastfed:" in page
    assert "So far in" not in page
    assert "released on" in page
    assert "by: Public health analyst." in page
    assert "Counted and checked." in page
    assert "the share rose by more than chance explains" in page


def test_the_other_denominator_can_be_chosen(client, two_quarters):
    page = client.get("/en/our-numbers/?of=known").content.decode()
    assert "Babies whose feeding is known" in page


def test_before_the_first_release_the_page_says_so_kindly_and_shows_nothing_of_the_record(client, db):
    born(Quarter.of(clock.today()).previous().first_day, 103, [Feeding.NOT_AT_ALL, Feeding.TOTALLY])
    for address in ("/en/our-numbers/", "/en/our-numbers/releases/"):
        page = client.get(address).content.decode()
        assert "Nothing has been released yet." in page
        assert ">103<" not in page
        assert "babies due were" not in page
    assert client.get("/en/our-numbers/feeding.csv").content.decode().count("\n") == 1


def test_small_numbers_appear_nowhere(client, db):
    quarter = Quarter.of(clock.today()).previous()
    born(quarter.first_day, 103, [Feeding.NOT_AT_ALL] * 33 + [Feeding.TOTALLY])
    release(worker(Role.ANALYST), quarter)
    page = client.get("/en/our-numbers/").content.decode()
    file = client.get("/en/our-numbers/feeding.csv").content.decode()
    assert "Hidden: small numbers" in page
    assert ">103<" not in page
    assert "103" not in file
    assert ",hidden,1," in file.splitlines()[1]


def test_the_file_is_open_data_in_the_national_columns(client, two_quarters):
    answer = client.get("/en/our-numbers/feeding.csv")
    assert answer["Content-Type"].startswith("text/csv")
    heading, *rows = answer.content.decode().splitlines()
    assert heading.startswith("area_code,date_from,date_to,period_type,sex,age_from_years_inclusive")
    assert len(rows) == 2 <= QUARTERS_SHOWN
    assert heading.endswith(",state,release,released_on")
    assert rows[1].split(",")[9:12] == ["67", "67.00", "100"]
    assert rows[1].split(",")[-3:] == ["published", "1", clock.today().isoformat()]


def test_the_page_asks_the_database_little(client, two_quarters, django_assert_max_num_queries):
    client.get("/en/our-numbers/")
    with django_assert_max_num_queries(8):
        client.get("/en/our-numbers/?again")


def test_coventry_says_that_no_interval_can_be_given(client, db, monkeypatch):
    monkeypatch.setattr("kith.places.facts.facts_of", lambda slug: coventry.FACTS)
    page = " ".join(client.get("/en/our-numbers/").content.decode().split())
    assert "For Coventry no count of deaths has been entered here" in page
    assert "Q1 2022-23: 51%; Q3 2023-24: 57%" in page
    assert "no interval can be given" in page
    assert "5.74" in page
