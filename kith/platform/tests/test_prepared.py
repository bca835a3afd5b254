"""A prepared question finds what the plain one finds, and holds no day, moment or value of its first use."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.kernel import clock
from kith.organisations.models import Membership
from kith.platform import prepared
from kith.platform.prepared import Given, Prepared
from testing.people import worker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def known(monkeypatch):
    """What a test prepares is forgotten with it."""
    monkeypatch.setattr(prepared, "_prepared", [*prepared._prepared])


def compiled_a_year_apart(question: Prepared) -> bool:
    """Whether the question is the same at two times that differ in day and moment."""
    now = question.compiled()
    with clock.use(clock.FixedClock(clock.now() + timedelta(days=366, hours=5))):
        return now == question.compiled()


def test_every_prepared_question_of_the_house_holds_no_day_and_no_moment():
    assert len(prepared._prepared) > 20
    assert [question.compiled()[0] for question in prepared._prepared if not compiled_a_year_apart(question)] == []


def test_the_control_one_that_holds_its_first_day_is_noticed():
    assert not compiled_a_year_apart(Prepared(lambda: Membership.objects.filter(from_on__lte=clock.today())))


def test_it_finds_the_same_rows_with_what_was_selected_with_them():
    grace, rose = worker(), worker()
    question = Prepared(
        lambda: Membership.objects.filter(pk__any=Given("ids")).select_related("organisation").order_by("pk")
    )
    for ids in ([grace.membership_id], [grace.membership_id, rose.membership_id], []):
        with CaptureQueriesContext(connection) as asked:
            rows = question(ids=ids)
            assert [(row.pk, row.organisation.name) for row in rows] == [
                (row.pk, row.organisation.name) for row in Membership.objects.filter(pk__in=ids).order_by("pk")
            ]
        assert len(asked) <= 2 + len(ids)
    assert all(row.organisation_id in grace.organisation_ids for row in question(ids=[grace.membership_id]))


def test_values_and_single_columns_come_as_the_plain_question_gives_them():
    who = worker().membership_id
    names = Prepared(lambda: Membership.objects.filter(pk=Given("who")).values_list("name", flat=True))
    both = Prepared(lambda: Membership.objects.filter(pk=Given("who")).values("pk", "name"))
    (name,) = names(who=who)
    assert both(who=who) == [{"pk": who, "name": name}]


def test_a_value_that_was_not_given_is_named():
    with pytest.raises(KeyError, match="who"):
        Prepared(lambda: Membership.objects.filter(pk=Given("who")))()


def test_what_can_never_be_found_is_compiled_to_nothing():
    assert Prepared(Membership.objects.none).compiled() == ("", ())
