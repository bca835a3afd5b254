"""What visitors type and do not prove moves no number and stands on no list."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from kith.families.actions.birth import record_birth
from kith.families.models.family import Family
from kith.families.rules.entries import NewBaby
from kith.feeding.queries.counting import feeding_by_quarter
from kith.feeding.rules.statuses import Milestone
from kith.groups.models.held import HeldBooking
from kith.groups.tests.world import code_behind
from kith.kernel import clock
from kith.kernel.quarter import Quarter
from testing.rows import Session
from tests.access.addresses import addresses
from tests.access.world import BY, World

VISITORS = 20
LISTS = (
    "today", "unled-families", "due-feeding", "caseload", "duplicates", "notices", "sessions-desk", "register",
    "programmes", "referrals", "continuity",
)  # fmt: skip
# Each form has a key of its own.
FRESH = re.compile(r'(?<=name="request_key" value=")[^"]+')
PUBLISHED = ("our-numbers", "feeding-csv")


def numbers() -> list[Any]:
    """What is counted of feeding, live, for the quarters in which a baby of eight weeks can be due."""
    this = Quarter.of(clock.today())
    return feeding_by_quarter(BY, Milestone.WEEKS_6_8, this.previous(), this.next())


def published(world: World) -> dict[str, bytes]:
    visitor = world.client("anonymous")
    paths = {each.name: world.path(each) for each in addresses() if each.name in PUBLISHED}
    return {name: visitor.get(path).content for name, path in paths.items()}


def lists(world: World) -> dict[str, str]:
    desk = world.client("feeding-lead")
    wanted = {each.name: world.path(each) for each in addresses() if each.name in LISTS}
    shown = {name: desk.get(path) for name, path in wanted.items()}
    assert (wanted.keys(), {each.status_code for each in shown.values()}) == (set(LISTS), {200})
    return {name: FRESH.sub("", each.content.decode()) for name, each in shown.items()}


def ask(visitor: Client, session_id: int, number: int) -> str:
    """Book as a visitor: a birthday eight weeks ago, and the tick that lets health visiting see it all."""
    address = reverse("book", args=[session_id])
    key = re.search(r'name="request_key" value="([^"]+)"', visitor.get(address).content.decode())
    assert key
    day = clock.today() - timedelta(weeks=8, days=number % 7)
    form = {"name": f"Ilinca Numarul{number}", "contact": f"visitor{number}@example.org", "places": "1"}
    born = {"baby_on_day": str(day.day), "baby_on_month": str(day.month), "baby_on_year": str(day.year)}
    sent = visitor.post(address, form | born | {"request_key": key[1], "consent": "yes"})
    assert sent.status_code == 303
    return str(sent["Location"])


def test_twenty_unproven_bookings_let_go_again_change_no_number_and_no_list(
    world: World, run_jobs: Callable[[], int]
) -> None:
    run_jobs()  # what the world's own deeds have left to do
    session_id = world.session_ids["own"]
    Session.objects.filter(pk=session_id).update(capacity=2 * VISITORS + 4)
    before = numbers(), published(world), lists(world), Family.objects.count()
    visitor = world.client("anonymous")
    held = [ask(visitor, session_id, number) for number in range(VISITORS)]
    run_jobs()
    assert numbers() == before[0]
    assert "Numarul" not in "".join(lists(world).values())
    for address in held:
        visitor.post(address, {"do": "let-go"})
    run_jobs()
    now = lists(world)
    assert {name for name in LISTS if now[name] != before[2][name]} == set()
    assert (numbers(), published(world), Family.objects.count()) == (before[0], before[1], before[3])
    assert {row.said == {} for row in HeldBooking.objects.filter(token__in=[each.split("/")[-2] for each in held])} == {
        True
    }


def test_the_control_a_baby_that_staff_enter_and_a_booking_that_is_proved_do_move_them(world: World) -> None:
    before, listed = numbers(), lists(world)
    born_on = clock.today() - timedelta(weeks=8)
    record_birth(by=BY, family_id=world.families["own"].id, baby=NewBaby(born_on=born_on, name="Ion"))
    with_staff = numbers()
    assert with_staff != before
    visitor = world.client("anonymous")
    held = ask(visitor, world.session_ids["own"], 1)
    assert numbers() == with_staff
    assert visitor.post(held, {"code": code_behind(held)}).status_code == 303
    assert numbers() != with_staff
    now = lists(world)
    assert {name for name in LISTS if "Numarul1" in now[name]} >= {"register", "today"}
    assert listed["register"] != now["register"]
