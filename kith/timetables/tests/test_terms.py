"""Terms are kept apart, and what took place in one is laid out for the next: all of it or nothing."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client

from kith.groups.tests.world import an_order, book
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.timetables.actions.copying import copy_term
from kith.timetables.actions.terms import add_term, change_term
from kith.timetables.models import Rule, Term
from kith.timetables.queries.terms import copy_offer
from kith.timetables.rules.codes import Pattern
from kith.timetables.rules.repeating import Repeat, Span
from kith.timetables.rules.terms import copied_between, may_copy
from kith.timetables.tests.world import BY, TUESDAYS, Place, versions
from testing.people import account_of, worker
from testing.rows import Session

SPRING, SUMMER = Span(date(2026, 2, 23), date(2026, 3, 27)), Span(date(2026, 4, 13), date(2026, 5, 22))
IN_SPRING = replace(TUESDAYS, repeat=Repeat(Pattern.WEEKLY, (1,), SPRING.first_on, SPRING.last_on))


def test_the_present_term_is_copied_to_the_next_one() -> None:
    today = date(2026, 3, 10)
    assert copied_between([SUMMER, SPRING], today=today) == (SPRING, SUMMER)
    assert copied_between([SPRING], today=today) is None
    assert may_copy(SPRING, SUMMER, today=today) is None
    assert may_copy(SUMMER, SPRING, today=today) == Refusal("term_before_the_other")
    assert may_copy(SPRING, SUMMER, today=date(2026, 6, 1)) == Refusal("term_is_over")


@pytest.mark.django_db
def test_two_terms_never_share_a_day() -> None:
    spring = add_term(by=BY, name="Spring", span=SPRING)
    assert add_term(by=BY, name="Spring", span=SPRING) == spring
    add_term(by=BY, name="Summer", span=SUMMER)
    with pytest.raises(Refusal, match="term_overlaps"):
        change_term(by=BY, term_id=spring, name="Spring", span=replace(SPRING, last_on=SUMMER.first_on))
    with pytest.raises(Refusal, match="ends_before_it_starts"):
        add_term(by=BY, name="Autumn", span=Span(date(2026, 9, 3), date(2026, 9, 2)))
    assert Term.objects.count() == 2


@pytest.mark.django_db
def test_last_term_is_copied_all_or_nothing_and_once() -> None:
    place, key = Place(), new_uuid()
    terms = [add_term(by=BY, name=name, span=span) for name, span in (("Spring", SPRING), ("Summer", SUMMER))]
    rules = [place.lay_out(place.in_room("Blue room", IN_SPRING)).rule_id]
    (offered,) = copy_offer(BY, None, None, lang="en").rules
    assert (offered.rule_id, offered.dates_count) == (rules[0], 6)
    said = {"by": BY, "source": terms[0], "target": terms[1], "request_key": key}
    # Another series has the room on the third of these days: nothing at all is laid out.
    third = SUMMER.first_on + timedelta(days=15)
    in_the_way = place.lay_out(
        place.in_room("blue room", replace(TUESDAYS, repeat=Repeat(Pattern.WEEKLY, (1,), third, third))),
        series_id=place.another_series(),
    )
    with pytest.raises(Refusal) as refused:
        copy_term(rule_ids=[place.lay_out(IN_SPRING, series_id=place.another_series()).rule_id, *rules], **said)
    assert (refused.value.code, "series" in refused.value.facts) == ("room_taken", True)
    Session.objects.filter(pk=in_the_way.sessions[0][1]).update(cancelled_at=clock.now())
    first, second = (copy_term(rule_ids=rules, **said) for _ in range(2))
    assert first == second
    assert [day for day, _ in first[0].sessions] == [SUMMER.first_on + timedelta(days=1 + 7 * at) for at in range(6)]
    # What is laid out already is not offered again.
    assert rules[0] not in {each.rule_id for each in copy_offer(BY, *terms[1:], None, lang="en").rules}
    assert Rule.objects.filter(series_id=place.series_id).count() == 2


@pytest.mark.django_db
def test_only_the_dates_that_a_changed_term_concerns_are_touched_once_it_is_agreed(client: Client) -> None:
    place = Place()
    term = add_term(by=BY, name="Spring", span=SPRING)
    place.lay_out(replace(IN_SPRING, repeat=replace(IN_SPRING.repeat, last_on=SUMMER.last_on), term_time_only=True))
    client.force_login(account_of(worker(Role.COORDINATOR, at=place.organisation_id)))
    assert "Every series in term time follows" in client.get("/desk/timetables/terms/follow/").content.decode()
    before = versions()
    book(an_order(Session.objects.latest("starts_at").pk))
    days = {"first_on": SPRING.first_on, "last_on": SPRING.last_on - timedelta(days=7)}
    said = {f"{name}_{part}": getattr(day, part) for name, day in days.items() for part in ("day", "month", "year")}
    sent = client.post(f"/desk/timetables/terms/{term}/", {"name": "Spring", "seen_then": _seen(client, term), **said})
    page = client.get(sent["Location"]).content.decode()
    assert ("1 date is called off." in page, "1 family loses the place" in page) == (True, True)
    (choice,) = re.findall(r'name="rules" [^>]*value="([^"]+)"', page) or re.findall(r'value="(\d+:\w+)"', page)
    assert client.post("/desk/timetables/terms/follow/", {"rules": [f"{choice[:-1]}-"]}).status_code == 422
    assert client.post("/desk/timetables/terms/follow/", {"rules": [choice]}).status_code == 302
    changed = [each for each, at in versions().items() if before.get(each) != at]
    assert [Session.objects.get(pk=each).cancelled_at is not None for each in changed] == [True]
    assert "Every series in term time follows" in client.get("/desk/timetables/terms/follow/").content.decode()


def _seen(client: Client, term: int) -> str:
    page = client.get(f"/desk/timetables/terms/{term}/").content.decode()
    found = re.search(r'name="seen_then" value="([^"]*)"', page)
    return found[1] if found else ""
