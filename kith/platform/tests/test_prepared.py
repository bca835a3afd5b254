"""A prepared question finds what the plain one finds, and holds no day, moment or value of its first use."""

from dataclasses import replace
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.kernel import clock
from kith.platform import prepared
from kith.platform.access.permissions import PARENT_PERMISSIONS, Permission
from kith.platform.access.viewer import Viewer, ViewerKind, system_actor
from kith.platform.prepared import Given, Prepared, PreparedFor
from kith.platform.sign_in.models import Account

pytestmark = pytest.mark.django_db
EVERYTHING = frozenset(Permission)
VIEWERS = (
    Viewer(ViewerKind.STAFF, account_id=1, membership_id=1, permissions=EVERYTHING),
    Viewer(ViewerKind.STAFF, account_id=1, membership_id=1, permissions=EVERYTHING - {Permission.BREAK_GLASS}),
    Viewer(ViewerKind.PARENT, account_id=1, permissions=PARENT_PERMISSIONS),
    system_actor("tests"),
)


@pytest.fixture(autouse=True)
def known(monkeypatch):
    """What a test prepares is forgotten with it."""
    for known in ("_prepared", "_for_viewers"):
        monkeypatch.setattr(prepared, known, [*getattr(prepared, known)])


def compiled_a_year_apart(question: Prepared) -> bool:
    """Whether the question is the same at two times that differ in day and moment."""
    now = question.compiled()
    with clock.use(clock.FixedClock(clock.now() + timedelta(days=366, hours=5))):
        return now == question.compiled()


def test_every_prepared_question_of_the_house_holds_no_day_and_no_moment():
    assert len(prepared._prepared) > 20
    assert [question.compiled()[0] for question in prepared._prepared if not compiled_a_year_apart(question)] == []


@pytest.mark.parametrize("viewer", VIEWERS, ids=["all permissions", "no emergencies", "a parent", "Kith"])
def test_every_question_prepared_for_viewers_holds_no_day_no_moment_and_no_viewer(viewer):
    assert len(prepared._for_viewers) > 10
    other = replace(viewer, account_id=7, membership_id=viewer.membership_id and 8, organisation_ids=frozenset({9}))
    for question in prepared._for_viewers:
        asked = question.question_for(viewer)
        assert compiled_a_year_apart(asked), asked.compiled()[0]
        assert question.question_for(other) is asked


def test_the_control_a_question_that_holds_its_first_viewer_is_noticed():
    seen = []
    question = PreparedFor(lambda viewer: seen.append(viewer) or Account.objects.filter(pk=viewer.account_id))
    ana, mihai = (Account.objects.create(email=f"{name}@example.org") for name in ("ana", "mihai"))
    for each in (ana, mihai):
        assert question(replace(VIEWERS[0], account_id=each.pk)) == [each]
    assert [prepared.is_open(each) for each in seen] == [True]


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
