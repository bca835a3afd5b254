"""A helpline is corrected only by those who look after the directory."""

import dataclasses
import datetime as dt

import pytest

from kith.front import actions
from kith.front.forms import HelplineForm
from kith.front.models import Helpline
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.platform.audit.models import AuditEntry

CHANGE = actions.HelplineChange(
    number="+443001000212",
    purpose={"en": "Talk about feeding"},
    hours={"en": "9.30pm to 9.30am"},
    source="The service's own page",
    owner="Infant-feeding lead",
    review_on=dt.date(2026, 9, 30),
    confirmed_on=dt.date(2026, 3, 10),
    is_shown=True,
    way="call",
    is_automatic=False,
    source_url="",
)


@pytest.fixture
def helpline(db) -> Helpline:
    return Helpline.objects.get(number="+443001000212")


def test_a_correction_stands_on_the_page_at_once_and_in_the_audit(
    helpline: Helpline, client, django_capture_on_commit_callbacks
):
    assert "9.30pm" not in client.get("/en/help-now/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        actions.change_helpline(helpline_id=helpline.pk, change=CHANGE, by=system_actor("test"))
    assert "9.30pm to 9.30am" in client.get("/en/help-now/").content.decode()
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, str(entry.subject_id)) == ("front.helpline_changed", str(helpline.pk))


def test_whoever_does_not_look_after_the_directory_cannot(helpline: Helpline):
    stranger = dataclasses.replace(ANONYMOUS, permissions=frozenset(Permission) - {Permission.MANAGE_DIRECTORY})
    with pytest.raises(Forbidden):
        actions.change_helpline(helpline_id=helpline.pk, change=CHANGE, by=stranger)
    helpline.refresh_from_db()
    assert helpline.confirmed_on is None


def filled(**typed: str) -> HelplineForm:
    given = {
        "number": "0300 100 0212",
        "purpose_en": "Talk",
        "source": "Its page",
        "owner": "Lead",
        "way": "call",
        "review_on_day": "1",
        "review_on_month": "9",
        "review_on_year": "2026",
    }
    return HelplineForm({**given, **typed})


def test_the_form_makes_a_change_with_only_the_languages_that_were_written():
    form = filled(purpose_ro="Vorbiți")
    assert form.is_valid(), form.errors
    change = form.change()
    assert change.number == "+443001000212"
    assert change.purpose == {"en": "Talk", "ro": "Vorbiți"}
    assert change.hours == {}
    assert change.confirmed_on is None


def test_a_short_national_number_stays_short():
    form = filled(number="1 1 1")
    assert form.is_valid()
    assert form.change().number == "111"


@pytest.mark.parametrize("number", ["", "call us", "0300 100 0212 0300 100"])
def test_what_is_no_number_is_refused_in_words(number: str):
    form = filled(number=number)
    assert not form.is_valid()
    assert "number" in form.errors
