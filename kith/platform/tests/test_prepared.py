"""A prepared question finds what the plain one finds, and holds no day, moment or value of its first use."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.kernel import clock
from kith.platform import prepared
from kith.platform.prepared import Given, Prepared
from kith.platform.sign_in.models import Account

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
    assert not compiled_a_year_apart(Prepared(lambda: Account.objects.filter(last_login__lte=clock.now())))


@pytest.fixture
def addresses() -> list[EmailAddress]:
    accounts = [Account.objects.create(email=f"{name}@example.org") for name in ("ana", "mihai")]
    return [EmailAddress.objects.create(user=each, email=each.email) for each in accounts]


def test_it_finds_the_same_rows_with_what_was_selected_with_them(addresses):
    ids = [each.pk for each in addresses]
    question = Prepared(
        lambda: EmailAddress.objects.filter(pk__any=Given("ids")).select_related("user").order_by("-pk")
    )
    for wanted in (ids[:1], ids, []):
        with CaptureQueriesContext(connection) as asked:
            found = [(row.pk, row.user.email) for row in question(ids=wanted)]
        assert found == [(each.pk, each.email) for each in reversed(addresses) if each.pk in wanted]
        assert len(asked) == 1


def test_values_and_single_columns_come_as_the_plain_question_gives_them(addresses):
    who = addresses[0].pk
    emails = Prepared(lambda: EmailAddress.objects.filter(pk=Given("who")).values_list("email", flat=True))
    both = Prepared(lambda: EmailAddress.objects.filter(pk=Given("who")).values("pk", "email"))
    (email,) = emails(who=who)
    assert both(who=who) == [{"pk": who, "email": email}]


def test_a_value_that_was_not_given_is_named():
    with pytest.raises(KeyError, match="who"):
        Prepared(lambda: Account.objects.filter(pk=Given("who")))()


def test_what_can_never_be_found_is_compiled_to_nothing():
    assert Prepared(Account.objects.none).compiled() == ("", ())
