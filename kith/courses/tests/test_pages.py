"""The pages of a course: the public one, the form, the place behind its link, and the desk."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from kith.courses.actions.following import follow_up_courses
from kith.courses.actions.telling import tell_course_booked
from kith.courses.events import CourseBooked
from kith.courses.models.courses import Course
from kith.courses.models.following import CourseInvitation, FollowUp
from kith.courses.models.places import CourseHold, CoursePlace
from kith.courses.rules.codes import PlaceState
from kith.courses.tests.test_following import expecting
from kith.courses.tests.world import BUILDER, a_course, book, bookings_of, code_sent, dates, sessions_of
from kith.groups.rules.places import BookingContact
from kith.kernel.ids import new_uuid
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access.viewer import Viewer
from kith.whats_on.actions.altering import change_session
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.queries.changes import effect_of_change
from kith.whats_on.queries.dates import dates_by_id
from kith.whats_on.rules.changes import SessionChange
from testing.people import account_of, organisation, worker
from testing.rows import Message, Session

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> Viewer:
    return worker(Role.COORDINATOR, at=organisation(OrganisationKind.CHARITY), name="Carla Diaz")


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_a_visitor_books_every_date_by_one_proof(client: Client) -> None:
    course_id = a_course()
    page = text(client, reverse("course", args=[course_id]))
    assert page.count("What a visit is like") == 0
    assert reverse("book-course", args=[course_id]) in page
    form = text(client, reverse("book-course", args=[course_id]))
    (key,) = re.findall(r'name="request_key" value="([^"]+)"', form)
    answers = {"request_key": key, "name": "Elena Popescu", "contact": "elena@example.org", "places": "co_parent"}
    sent = client.post(reverse("book-course", args=[course_id]), answers)
    assert sent.status_code == 303
    assert "We sent a message to" in text(client, sent["Location"])
    proved = client.post(sent["Location"], {"code": code_sent(CourseHold.objects.get())})
    assert "Your course is booked" in text(client, proved["Location"])
    assert CoursePlace.objects.get().co_parent
    again = client.get(reverse("confirm-course", args=[course_id, CourseHold.objects.get().link]))
    assert again["Location"] == proved["Location"]


def test_the_link_confirms_by_a_tap_and_not_by_looking(client: Client) -> None:
    course_id = a_course()
    client.post(reverse("book-course", args=[course_id]), _answers(client, course_id))
    address = reverse("confirm-course", args=[course_id, CourseHold.objects.get().link])
    assert "Is this right?" in text(client, address)
    assert not CoursePlace.objects.exists()
    assert client.post(address).status_code == 303
    assert CoursePlace.objects.get().state is PlaceState.BOOKED


def test_giving_up_asks_first(client: Client) -> None:
    receipt = book(a_course())
    address = reverse("course-place", args=[receipt.token])
    asked = client.post(address, {"do": "cancel"})
    assert "6 dates" in asked.content.decode()
    assert CoursePlace.objects.get().state is PlaceState.BOOKED
    client.post(address, {"do": "cancel", "sure": "yes"})
    assert CoursePlace.objects.get().state is PlaceState.GIVEN_UP
    client.post(address, {"do": "book-again"})
    assert CoursePlace.objects.get().state is PlaceState.BOOKED


def test_a_full_course_says_so_beside_the_box_to_tick(client: Client) -> None:
    course_id = a_course(capacity=1)
    answers = _answers(client, course_id)
    book(course_id)
    refused = client.post(reverse("book-course", args=[course_id]), answers)
    assert "not enough places left on every date" in refused.content.decode()
    assert client.post(reverse("book-course", args=[course_id]), answers | {"may_wait": "on"}).status_code == 303


def test_the_page_of_a_session_says_which_date_it_is(client: Client) -> None:
    course_id = a_course()
    page = text(client, reverse("session", args=[sessions_of(course_id)[2]]))
    assert "This is date 3 of a course of 6." in page


def test_a_coordinator_makes_a_course_and_sees_its_families(client: Client, coordinator: Viewer) -> None:
    sessions = dates(at=min(coordinator.organisation_ids))
    client.force_login(account_of(coordinator))
    code = dates_by_id(BUILDER, sessions, lang="en")[0].session.code
    assert reverse("plan-course", args=[code]) in text(client, reverse("choose-course-series"))
    address = reverse("plan-course", args=[code])
    refused = client.post(address, {"request_key": str(new_uuid()), "dates": [sessions[0]]})
    assert (refused.status_code, "at least two dates" in refused.content.decode()) == (422, True)
    made = client.post(address, {"request_key": str(new_uuid()), "dates": sessions[:4], "languages": ["ro"]})
    course = Course.objects.get()
    assert made["Location"] == reverse("course-plan", args=[course.pk])
    assert client.post(made["Location"], {"languages": ["ro"], "request_key": str(new_uuid())}).status_code == 303
    book(course.pk, places=2)
    page = text(client, reverse("course-desk", args=[course.pk]))
    assert "1 partner or helper, free" in page
    assert "1 family" in text(client, reverse("courses-desk"))
    assert "course of 4" in text(client, reverse("register", args=[sessions[0]]))


def test_another_organisations_course_is_not_found(client: Client, coordinator: Viewer) -> None:
    course_id = a_course()
    client.force_login(account_of(coordinator))
    assert client.get(reverse("course-desk", args=[course_id])).status_code == 404
    assert client.post(reverse("course-plan", args=[course_id])).status_code == 404


def test_a_health_visitor_invites_by_name_and_notes_what_she_said(client: Client) -> None:
    grace, course_id = worker(), a_course()
    family_id = expecting(*grace.organisation_ids)
    client.force_login(account_of(grace))
    address = reverse("invite-to-course", args=[course_id, family_id])
    assert address in text(client, reverse("course-invitations", args=[course_id]))
    assert client.post(address, {"how": "phone", "language": "en"}).status_code == 303
    answered = reverse("course-invitation", args=[CourseInvitation.objects.get().pk])
    assert "What did she say?" in text(client, answered)
    client.post(answered, {"answer": "declined"})
    assert "Not this time" in text(client, reverse("course-invitations", args=[course_id]))


def test_the_coordinator_follows_up_who_has_no_worker(client: Client, coordinator: Viewer, clock) -> None:
    course_id = a_course(at=min(coordinator.organisation_ids))
    book(course_id)
    clock.advance(hours=24 * 44)
    follow_up_courses(by=BUILDER)
    client.force_login(account_of(coordinator))
    address = reverse("course-follow-up", args=[FollowUp.objects.get().pk])
    assert address in text(client, reverse("course-follow-ups"))
    assert "What happened?" in text(client, address)
    assert client.post(address, {"what": "spoke"}).status_code == 303
    assert "Nobody waits" in text(client, reverse("course-follow-ups"))


def _answers(client: Client, course_id: int) -> dict[str, str]:
    form = text(client, reverse("book-course", args=[course_id]))
    (key,) = re.findall(r'name="request_key" value="([^"]+)"', form)
    return {"request_key": key, "name": "Elena Popescu", "contact": "elena@example.org", "places": "1"}


def test_one_calendar_file_has_every_date_moves_and_takes_out(client: Client) -> None:
    course_id = a_course()
    receipt = book(course_id, contact=BookingContact("Ana Pop", email="ana@example.org"))
    tell_course_booked(CourseBooked(receipt.place_id, 1))
    first, second, third, *_ = sessions_of(course_id)
    sent = {each["uid"]: each for each in Calendar.from_ical(Message.objects.get(kind="course_booked").calendar).events}
    moved = SessionChange(*(Session.objects.get(pk=second).starts_at + timedelta(hours=each) for each in (1, 3)))
    change_session(by=BUILDER, session_id=second, change=moved, agreed=effect_of_change(BUILDER, second, moved))
    cancel_session(by=BUILDER, session_id=third)
    page = text(client, reverse("course-place", args=[receipt.token]))
    address = reverse("course-calendar", args=[receipt.token])
    assert address in page
    file = Calendar.from_ical(client.get(address).content)
    entries = {each["uid"]: each for each in file.events}
    uids = {session_id: f"{booking_id}@kith" for session_id, booking_id in bookings_of(receipt).items()}
    assert set(entries) == set(sent) == set(uids.values())
    assert (file["method"], str(entries[uids[third]]["status"])) == ("PUBLISH", "CANCELLED")
    assert entries[uids[second]]["dtstart"].dt - sent[uids[second]]["dtstart"].dt == timedelta(hours=1)
    later = {at: entries[uid]["sequence"] > sent[uid]["sequence"] for at, uid in uids.items()}
    assert {each for each, is_later in later.items() if is_later} == {second, third}
    assert entries[uids[first]] != entries[uids[second]]
