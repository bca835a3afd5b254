"""Two devices send at the same moment: one mark counts and the other is asked about; with the control for the alarm."""

import pytest

from kith.hub_days.actions import applying
from kith.hub_days.models import DayEntry, Device, DeviceQuerySet
from kith.hub_days.tests.world import Day, Held
from kith.organisations.rules import Role
from testing.people import at_the_same_moment, look_together, worker

pytestmark = pytest.mark.django_db(transaction=True)


def two_phones() -> tuple[Held, Held]:
    megan = worker(Role.COORDINATOR)
    (at,) = megan.organisation_ids
    day = Day.of(at)
    return Held.prepared(megan, day), Held.prepared(worker(Role.COORDINATOR, at=at), day)


def test_of_two_marks_at_once_one_counts_and_one_waits_for_a_person() -> None:
    first, second = two_phones()
    arrived, missed = first.marks("arrived"), second.marks("did_not_come")
    became = at_the_same_moment(lambda: first.sends(arrived), lambda: second.sends(missed))
    assert sorted(became) == [["applied"], ["conflict"]]


def test_without_the_lock_one_would_have_overwritten_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = two_phones()
    arrived, missed = first.marks("arrived"), second.marks("did_not_come")

    def unlocked(_rows: DeviceQuerySet, device: Device) -> Device:
        return device

    monkeypatch.setattr(DeviceQuerySet, "locked_with_its_day", unlocked)
    monkeypatch.setattr(applying, "attendance_now", look_together(2, applying.attendance_now))
    became = at_the_same_moment(lambda: first.sends(arrived), lambda: second.sends(missed))
    assert became == [["applied"], ["applied"]]


def test_the_same_sending_eight_times_at_once_is_noted_once() -> None:
    phone, _ = two_phones()
    came = phone.taps("arrivals", session=phone.day.session_id, adults=1)
    assert at_the_same_moment(*[lambda: phone.sends(came)] * 8) == [["applied"]] * 8
    assert DayEntry.objects.count() == 1
