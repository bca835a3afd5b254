"""The cases by name: the first tap changes nothing or can be undone, and those affected are told."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.queries.leading import people_beside
from kith.families.queries.page import family_page
from kith.families.views import record as record_views
from kith.groups.actions.booking import book_place
from kith.groups.queries.bookings import bookings_of_family
from kith.groups.tests.world import an_order
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import OrganisationId
from kith.messages.tests.fakes import all_facts_of, facts_of
from kith.organisations.actions.people import change_duties
from kith.organisations.rules import Duty, Role
from kith.platform.access.viewer import Viewer
from kith.tasks.actions.next_steps import add_next_step, finish_step
from kith.tasks.queries.notices import unseen_notices
from kith.tasks.rules.next_steps import StepKind
from kith.tasks.views.lines import notice_line
from kith.undoing import meanwhile
from kith.whats_on.tests.world import a_series, a_service, a_session, a_venue
from testing.people import (
    KITH,
    a_family,
    account_of,
    at_the_same_moment,
    look_together,
    organisation,
    parent_of,
    worker,
)
from testing.tasks import NextStep

pytestmark = pytest.mark.django_db
SURE = {"sure": "yes"}


@pytest.fixture
def ours() -> OrganisationId:
    return organisation()


@pytest.fixture
def grace(ours: OrganisationId) -> Viewer:
    return worker(at=ours, name="Grace Obi")


@pytest.fixture
def manager(ours: OrganisationId) -> Viewer:
    found = worker(Role.FEEDING_LEAD, at=ours, name="Rose Lee")
    change_duties(by=KITH, membership_id=found.membership_id, duties=[Duty.MANAGER])
    return found


def told(viewer: Viewer) -> list[str]:
    return [notice_line(viewer, row).sentence for row in unseen_notices(viewer).rows]


def a_sign(grace: Viewer, family_id: Any) -> Any:
    baby_id = family_page(KITH, family_id).babies[0].id
    more = {"kind": StepKind.SIGN, "baby_id": baby_id, "owner": grace.membership_id, "due_on": kernel_clock.today()}
    return add_next_step(by=KITH, family_id=family_id, what="Ioan weighs less than at birth", **more)


def withdraw(browser: Client, viewer: Viewer, family_id: Any) -> tuple[str, str]:
    """The page that asks, and its address."""
    consent = family_page(viewer, family_id).consents[0]
    address = reverse("withdraw-consent", args=[family_id, consent.id])
    return browser.post(address).content.decode(), address


def test_a_consent_withdrawn_says_what_ends_and_everybody_hears(ours, grace, manager, client, run_jobs):
    family_id = a_family(ours, phone="+447700900201")
    take_lead(by=grace, family_id=family_id)
    a_sign(grace, family_id)
    account, parent = parent_of(family_id)
    client.force_login(account)
    text, address = withdraw(client, parent, family_id)
    assert "Grace Obi is no longer the named person" in text
    assert "A question about the baby’s weight or feeding is still open" in text
    assert people_beside(grace, family_id).lead
    client.post(address, SURE)
    run_jobs()
    assert any("A. P. no longer lets your organisation see its record. You no longer" in line for line in told(grace))
    assert any("nobody looks at it now" in line for line in told(grace))
    assert any("Grace Obi led this family until now" in line for line in told(manager))
    assert any("nobody looks at it now" in line for line in told(manager))
    assert facts_of("consent_withdrawn")["lead"] == "Grace Obi"
    assert len(all_facts_of("sign_left_open")) == 1


def test_an_open_sign_goes_to_a_worker_who_may_still_open_the_record(ours, grace, client, run_jobs):
    theirs = organisation()
    other = worker(Role.MIDWIFE, at=theirs, name="Dilys Okoro")
    family_id = a_family(ours, theirs, phone="+447700900202")
    first = a_sign(grace, family_id)
    account, parent = parent_of(family_id)
    client.force_login(account)
    consents = {row.organisation_id: row.id for row in family_page(parent, family_id).consents}
    client.post(reverse("withdraw-consent", args=[family_id, consents[ours]]), SURE)
    run_jobs()
    assert NextStep.objects.get(handed_from=first).owner_id == other.membership_id
    assert any("is with others now" in line for line in told(grace))
    assert all_facts_of("sign_left_open") == []


def test_a_sign_is_done_with_words_that_the_lead_reads(ours, grace, client, run_jobs):
    family_id = a_family(ours)
    lead = worker(at=ours, name="Rose Lee")
    take_lead(by=lead, family_id=family_id)
    step = reverse("next-step", args=[a_sign(grace, family_id)])
    client.force_login(account_of(grace))
    assert "Say what was found" in client.get(reverse("today")).content.decode()
    empty = client.post(step, {"choice": "done"})
    assert (empty.status_code, "Write what was found" in empty.content.decode()) == (422, True)
    assert client.post(step, {"choice": "drop", "reason": "not_reached"}).status_code == 422
    assert NextStep.objects.get().ended_at is None
    client.post(step, {"choice": "done", "outcome": "Weighed again, feeds well"})
    run_jobs()
    assert any("Grace Obi has answered a sign" in line for line in told(lead))
    assert "Weighed again, feeds well" in client.get(step).content.decode()


def taps_and_undoes(client: Client, address: str, form: dict[str, str]) -> str:
    """Tap, see the bar on the next page, press undo, and give back what the page says then."""
    page = client.post(address, form)["Location"]
    text = client.get(page).content.decode()
    assert "You can undo this for 10 more minutes." in text
    token = text.split('name="undo" value="')[1].split('"')[0]
    back = client.post(reverse("undo"), {"undo": token, "back": page.partition("?")[0]})["Location"]
    return client.get(back).content.decode()


def test_a_step_that_is_done_by_a_stray_tap_is_to_do_again(ours, grace, client):
    family_id = a_family(ours)
    more = {"what": "Call about Tuesday", "due_on": kernel_clock.today(), "owner": grace.membership_id}
    step_id = add_next_step(by=grace, family_id=family_id, **more)
    client.force_login(account_of(grace))
    text = taps_and_undoes(client, reverse("next-step", args=[step_id]), {"choice": "done"})
    assert ("It is as it was before." in text, "Call about Tuesday" in text) == (True, True)
    assert NextStep.objects.get().ended_at is None


def test_what_something_was_built_on_is_not_undone(ours, grace, client, clock):
    family_id = a_family(ours)
    more = {"what": "Call", "due_on": kernel_clock.today(), "owner": grace.membership_id}
    step_id = add_next_step(by=grace, family_id=family_id, **more)
    client.force_login(account_of(grace))
    page = client.post(reverse("next-step", args=[step_id]), {"choice": "done"})["Location"]
    token = client.get(page).content.decode().split('name="undo" value="')[1].split('"')[0]
    client.post(reverse("undo"), {"undo": token, "back": "/desk/today/"})
    clock.advance(minutes=1)
    finish_step(by=grace, step_id=step_id)
    answer = client.post(reverse("undo"), {"undo": token, "back": "/desk/today/"})
    assert (answer.status_code, "Something has happened since" in answer.content.decode()) == (422, True)
    clock.advance(minutes=30)
    late = client.post(reverse("undo"), {"undo": token, "back": "/desk/today/"})
    assert "too late to undo" in late.content.decode()


def test_a_lead_that_was_taken_by_a_stray_tap_is_given_back(ours, grace, client):
    family_id = a_family(ours)
    client.force_login(account_of(grace))
    taps_and_undoes(client, reverse("take-lead", args=[family_id]), {})
    assert people_beside(grace, family_id).lead is None


def test_two_workers_who_change_one_thing_lose_nothing(ours, grace, client):
    family_id = a_family(ours)
    parent_id = family_page(KITH, family_id).main_parent.id
    address = reverse("change-safe-contact", args=[family_id, parent_id])
    client.force_login(account_of(grace))
    seen = client.get(address).content.decode().split('name="seen_then" value="')[1].split('"')[0]
    answers = {"voicemail": "no", "safe_times": "mornings", "seen_then": seen}
    other = Client(headers={"sec-fetch-site": "same-origin"})
    other.force_login(account_of(worker(at=ours, name="Rose Lee")))
    assert other.post(address, {**answers, "safe_times": "evenings"}).status_code == 302
    asked = client.post(address, answers)
    assert (asked.status_code, "Somebody else has changed this meanwhile" in asked.content.decode()) == (422, True)
    assert "evenings" in client.get(address).content.decode()
    now = asked.content.decode().split('name="seen_now" value="')[1].split('"')[0]
    client.post(address, {**answers, "seen_now": now, "choose-safe_times": "mine", "choose-voicemail": "mine"})
    assert "mornings" in client.get(address).content.decode()


def test_a_coordinator_who_hears_of_a_death_silences_the_family_and_those_beside_it_write_it_down(ours, grace, client):
    coordinator = worker(Role.COORDINATOR, at=ours, name="Sam Hill")
    session_id = a_session(series_id=a_series(a_service(ours, a_venue(ours))))
    family_id = a_family(ours, phone="+447700900203")
    take_lead(by=grace, family_id=family_id)
    booking = book_place(by=KITH, family_id=family_id, order=an_order(session_id))
    client.force_login(account_of(coordinator))
    address, form = reverse("register", args=[session_id]), {"do": "death", "booking": str(booking.booking_id)}
    assert "Has somebody died in this family?" in client.post(address, form).content.decode()
    assert told(grace) == []
    assert client.post(address, {**form, **SURE}).status_code == 303
    assert any("Sam Hill heard that somebody has died" in line for line in told(grace))
    assert [row.state for row in bookings_of_family(grace, family_id, lang="en")] == ["cancelled"]


def both_save(ours: OrganisationId, grace: Viewer, prepare: Callable[[], None] = lambda: None) -> list[int]:
    """What two workers get who opened one page and send it at the same moment."""
    family_id = a_family(ours)
    address = reverse("change-safe-contact", args=[family_id, family_page(KITH, family_id).main_parent.id])
    browsers = [Client(headers={"sec-fetch-site": "same-origin"}) for _ in range(2)]
    for each in browsers:
        each.force_login(account_of(grace))
    seen = browsers[0].get(address).content.decode().split('name="seen_then" value="')[1].split('"')[0]
    answers = {"voicemail": "no", "seen_then": seen}
    prepare()

    def save(browser: Client, words: str) -> Any:
        return lambda: browser.post(address, {**answers, "safe_times": words}).status_code

    return sorted(at_the_same_moment(save(browsers[0], "mornings"), save(browsers[1], "evenings")))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_the_same_moment_the_second_one_is_asked(ours, grace):
    assert both_save(ours, grace) == [302, 422]


@pytest.mark.django_db(transaction=True)
def test_the_control_without_turns_the_second_one_would_overwrite_the_first(ours, grace, monkeypatch):
    def both_look_before_either_writes() -> None:
        monkeypatch.setattr(meanwhile, "take_turn", lambda _name: None)
        monkeypatch.setattr(record_views, "record", look_together(2, record_views.record))

    assert both_save(ours, grace, both_look_before_either_writes) == [302, 302]
