"""A fourth day with children within thirty is never noted unsaid, whichever organisation the days were for."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.rotas import actions
from kith.rotas.models import RotaDay
from kith.rotas.rules import MOST_DAYS, STRETCH, RotaDayId, fullest, with_day
from testing.people import account_of, organisation, worker
from testing.tasks import Notice

FIRST = date(2026, 3, 1)
DAYS = st.sets(st.integers(0, 90).map(lambda number: FIRST + timedelta(days=number)), max_size=14)


@given(DAYS, st.integers(0, 90))
def test_the_count_is_that_of_all_stretches_looked_at_one_by_one(days: set[date], number: int) -> None:
    day = FIRST + timedelta(days=number)
    slow = max(
        sum(start <= each < start + STRETCH for each in days | {day})
        for start in (day - timedelta(days=back) for back in range(STRETCH.days))
    )
    assert with_day(day, days) == slow
    assert len(fullest(days | {day})) >= slow


def test_the_thirty_first_day_is_no_longer_within_thirty() -> None:
    three = [FIRST, FIRST + timedelta(days=10), FIRST + timedelta(days=20)]
    assert with_day(FIRST + timedelta(days=29), three) == MOST_DAYS + 1
    assert with_day(FIRST + timedelta(days=30), three) == MOST_DAYS


@pytest.fixture
def lead() -> Viewer:
    return worker(Role.COORDINATOR, name="Megan Ash")


@pytest.fixture
def elena() -> Viewer:
    return worker(Role.PEER_SUPPORTER, name="Elena Pop")


def note(by: Viewer, who: Viewer, in_days: int, place: str = "Café", *, is_checked: bool = False) -> RotaDayId:
    new = actions.NewDay(clock.today() + timedelta(days=in_days), place, is_checked)
    return actions.note_rota_day(by=by, membership_id=MembershipId(who.membership_id or 0), new=new)


def kinds(to: Viewer) -> list[str]:
    found = Notice.objects.filter(membership_id=to.membership_id).order_by("pk")
    return list(found.values_list("kind", flat=True))


@pytest.mark.django_db
def test_the_lead_is_warned_at_the_third_day_and_the_fourth_is_refused_until_the_check_is_there(
    lead: Viewer, elena: Viewer
) -> None:
    note(elena, elena, -20, "Another charity")
    note(lead, elena, -5)
    assert kinds(lead) == []
    assert note(elena, elena, 2) == note(lead, elena, 2)
    assert kinds(lead) == ["rota_three_days"]
    with pytest.raises(Refusal, match="rota_fourth_day"):
        note(lead, elena, 5)
    assert RotaDay.objects.count() == MOST_DAYS
    note(lead, elena, 15)
    note(lead, elena, 5, is_checked=True)
    assert kinds(lead)[-1] == "rota_fourth_day"
    assert RotaDay.objects.filter(is_checked=True).count() == 1


@pytest.mark.django_db
def test_days_of_one_person_count_together_for_all_organisations(client: Client, lead: Viewer, elena: Viewer) -> None:
    elsewhere = worker(Role.PEER_SUPPORTER, at=organisation(), name="Elena P.")
    for number in range(MOST_DAYS):
        note(lead, elena, number)
    note(lead, elsewhere, MOST_DAYS)  # the control: another person
    RotaDay.objects.filter(membership_id=elsewhere.membership_id).update(account_id=elena.account_id)
    client.force_login(account_of(lead))
    assert "Elena Pop has three days with children" in client.get(reverse("notices")).content.decode()
    shown = client.get(reverse("rota")).content.decode()
    assert "Days within 30: 4" in shown
    assert "nhsuk-tag--red" in shown


@pytest.mark.django_db
def test_the_warning_stands_beside_the_tick_and_the_day_is_noted_with_it(
    client: Client, lead: Viewer, elena: Viewer
) -> None:
    for number in range(MOST_DAYS):
        note(lead, elena, number)
    client.force_login(account_of(lead))
    on = clock.today() + timedelta(days=9)
    form = {"person": elena.membership_id, "place": "Crèche"}
    form |= {"on_day_day": on.day, "on_day_month": on.month, "on_day_year": on.year}
    answer = client.post(reverse("note-rota-day"), form)
    assert (answer.status_code, "4 days with children within 30" in answer.content.decode()) == (422, True)
    assert client.post(reverse("note-rota-day"), form | {"is_checked": "on"}).status_code == 303


@pytest.mark.django_db
def test_a_supporter_takes_back_their_own_day_and_no_other(client: Client, lead: Viewer, elena: Viewer) -> None:
    day_id, other = note(elena, elena, 1, "Playgroup"), worker(Role.PEER_SUPPORTER)
    client.force_login(account_of(elena))
    assert "Playgroup" in client.get(reverse("my-rota")).content.decode()
    with pytest.raises(NotFound):
        actions.take_rota_day_back(by=other, day_id=day_id)
    client.force_login(account_of(other))
    assert "Playgroup" not in client.get(reverse("my-rota")).content.decode()
    client.force_login(account_of(elena))
    assert client.post(reverse("my-rota"), {"day": day_id}).status_code == 303
    assert "Playgroup" not in client.get(reverse("my-rota")).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("in_days", "place", "code"), [(1, " ", "without_place"), (-93, "Café", "too_far")])
def test_a_day_that_cannot_be_is_refused(elena: Viewer, in_days: int, place: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        note(elena, elena, in_days, place)
    assert RotaDay.objects.count() == 0
