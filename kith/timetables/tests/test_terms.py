"""Terms are kept apart, and what took place in one is laid out for the next: all of it or nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.timetables.actions.copying import copy_term
from kith.timetables.actions.terms import add_term, change_term
from kith.timetables.models import Rule, Term
from kith.timetables.queries.terms import copy_offer
from kith.timetables.rules.codes import Pattern
from kith.timetables.rules.repeating import Repeat, Span
from kith.timetables.rules.terms import copied_between, may_copy
from kith.timetables.tests.world import BY, TUESDAYS, Place
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
