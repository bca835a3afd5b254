"""What cannot be written down about a family, word for word, and the last thing that still can."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kith.families.rules import bereavement, changes, checks, days, splitting, trust
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.changes import BirthDetails, Needs, ParentDetails
from kith.families.rules.codes import PregnancyOutcome
from kith.families.rules.days import BirthKnown, DayOf, DayReason
from kith.families.rules.entries import NewAddress, NewBaby, NewFamily, NewParent, NewPregnancy
from kith.families.rules.splitting import SplitWish
from kith.families.rules.trust import CardPart, NewCard
from kith.kernel.refusal import Refusal

TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
DAY = timedelta(days=1)
ANA = NewParent("Ana", "Pop", phone="+447700900123", speaks="ro", reads="ro")
WHOLE, BROKEN = "9434765919", "9434765918"
OUTCOME = next(iter(PregnancyOutcome))


def parent(**changed):
    return lambda: checks.check_parent(replace(ANA, **changed), TODAY)


PARENTS = [
    (parent(), None),
    (parent(given_name=" "), Refusal("name_missing")),
    (parent(phone="07700 900123"), Refusal("phone_not_regular")),
    (parent(phone=""), None),
    (parent(speaks="Romanian"), Refusal("language_unknown")),
    (parent(reads="Romanian"), Refusal("language_unknown")),
    (parent(ethnicity="I"), Refusal("ethnicity_unknown")),
    (parent(born_on=date(1919, 12, 31)), Refusal("parent_birthday_impossible")),
    (parent(born_on=date(1920, 1, 1)), None),
    (parent(born_on=TODAY), None),
    (parent(born_on=TODAY + DAY), Refusal("parent_birthday_impossible")),
    (parent(nhs_number=WHOLE), None),
    (parent(nhs_number=BROKEN), Refusal("nhs_number_wrong")),
    (parent(nhs_number=WHOLE + "1"), Refusal("nhs_number_wrong")),
    (parent(nhs_number="943 476 5919"), Refusal("nhs_number_wrong")),
]


def pregnancy(due_in=0, **changed):
    return lambda: checks.check_pregnancy(NewPregnancy(TODAY + due_in * DAY, **changed), TODAY)


def gone(days_after_due):
    return pregnancy(-100, ended_on=TODAY + (days_after_due - 100) * DAY, outcome=OUTCOME)


PREGNANCIES = [
    (pregnancy(ended_on=TODAY), Refusal("pregnancy_end_incomplete")),
    (pregnancy(outcome=OUTCOME), Refusal("pregnancy_end_incomplete")),
    (pregnancy(expected_count=0), Refusal("count_impossible")),
    (pregnancy(expected_count=1), None),
    (pregnancy(expected_count=8), None),
    (pregnancy(expected_count=9), Refusal("count_impossible")),
    (pregnancy(301), None),
    (pregnancy(302), Refusal("due_too_far", latest=TODAY + timedelta(days=301))),
    (pregnancy(-28), None),
    (pregnancy(-29), Refusal("due_long_past", offer="enter_birth")),
    (gone(28), None),
    (gone(29), Refusal("pregnancy_end_impossible")),
    (gone(-301), None),
    (gone(-302), Refusal("pregnancy_end_impossible")),
]


def baby(born_on=TODAY, **changed):
    return lambda: checks.check_baby(NewBaby(born_on, **changed), TODAY)


def born(days_after_due, due_on=TODAY - timedelta(days=100)):
    day = due_on + days_after_due * DAY
    return lambda: checks.check_birth(NewBaby(day), due_on=due_on, today=TODAY)


FAR = Refusal("birth_far_from_due", due_on=TODAY - timedelta(days=100))
BABIES = [
    (baby(), None),
    (baby(TODAY + DAY), Refusal("born_in_future")),
    (baby(date(2000, 1, 1)), None),
    (baby(date(1999, 12, 31)), Refusal("born_too_long_ago")),
    (baby(birth_weight_g=299), Refusal("weight_impossible")),
    (baby(birth_weight_g=300), None),
    (baby(birth_weight_g=8000), None),
    (baby(birth_weight_g=8001), Refusal("weight_impossible")),
    (baby(gestation_days=139), Refusal("gestation_impossible")),
    (baby(gestation_days=140), None),
    (baby(gestation_days=315), None),
    (baby(gestation_days=316), Refusal("gestation_impossible")),
    (baby(nhs_number=BROKEN), Refusal("nhs_number_wrong")),
    (baby(nhs_number=WHOLE), None),
    (born(28), None),
    (born(29), FAR),
    (born(-301), None),
    (born(-302), FAR),
    (lambda: checks.check_birth(NewBaby(TODAY + DAY), due_on=None, today=TODAY), Refusal("born_in_future")),
]


def family(**said):
    return lambda: checks.check_family(NewFamily(**{"parents": (ANA,)} | said), today=TODAY)


UNDER_WAY, OVER = NewPregnancy(TODAY), NewPregnancy(TODAY, TODAY, OUTCOME)
FAMILIES = [
    (family(pregnancies=(UNDER_WAY, OVER)), None),
    (family(parents=()), Refusal("one_main_parent")),
    (family(parents=(ANA, ANA)), Refusal("one_main_parent")),
    (family(parents=(ANA, replace(ANA, is_main=False))), None),
    (family(pregnancies=(UNDER_WAY, UNDER_WAY)), Refusal("one_pregnancy_at_a_time")),
    (family(parents=(ANA, replace(ANA, is_main=False, given_name=""))), Refusal("name_missing")),
    (family(pregnancies=(replace(UNDER_WAY, expected_count=0),)), Refusal("count_impossible")),
    (family(babies=(NewBaby(TODAY + DAY),)), Refusal("born_in_future")),
]


def death(*, died_in=None, call_in=0):
    new = NewBereavement(
        next(iter(Loss)),
        UUID(int=1),
        caller=1,
        call_by=TODAY + call_in * DAY,
        died_on=None if died_in is None else TODAY + died_in * DAY,
    )
    return lambda: bereavement.check_bereavement(new, began_on=TODAY - 9 * DAY, today=TODAY)


def undone(*, recorded_by=1, undone_by=2, why="The wrong family"):
    return lambda: bereavement.may_undo(recorded_by=recorded_by, undone_by=undone_by, why=why)


LATEST = bereavement.LATEST_CALL.days
DEATHS = [
    (death(), None),
    (death(died_in=0), None),
    (death(died_in=-9), None),
    (death(died_in=1), Refusal("died_in_future")),
    (death(died_in=-10), Refusal("died_before_it_began")),
    (death(call_in=-1), Refusal("call_in_past")),
    (death(call_in=LATEST), None),
    (death(call_in=LATEST + 1), Refusal("call_too_late", latest=TODAY + LATEST * DAY)),
    (undone(), None),
    (undone(undone_by=1), Refusal("undo_needs_somebody_else")),
    (undone(recorded_by=None, undone_by=None), None),
    (undone(why=" "), Refusal("undo_needs_a_reason")),
]


def details(**changed):
    said = {"given_name": "Ana", "family_name": "Pop", "born_on": None} | changed
    return lambda: changes.check_details(ParentDetails(**said), today=TODAY)


def needs(**changed):
    return lambda: changes.check_needs(Needs(**{"speaks": "en", "reads": "en"} | changed))


def birth_details(**changed):
    return lambda: changes.check_birth_details(BirthDetails(**changed), born_on=TODAY, today=TODAY)


def moved(from_on, since=None):
    address = NewAddress(from_on=from_on)
    return lambda: changes.may_move(address, lives_there_since=since, today=TODAY)


CHANGES = [
    (details(), None),
    (details(given_name=" "), Refusal("name_missing")),
    (details(born_on=TODAY + DAY), Refusal("parent_birthday_impossible")),
    (details(phone="07700 900123"), Refusal("phone_not_regular")),
    (details(ethnicity="I"), Refusal("ethnicity_unknown")),
    (details(nhs_number=BROKEN), Refusal("nhs_number_wrong")),
    (needs(speaks="Romanian"), Refusal("language_unknown")),
    (needs(reads="Romanian"), Refusal("language_unknown")),
    (needs(speaks="ro", reads="ro"), None),
    (birth_details(birth_weight_g=299), Refusal("weight_impossible")),
    (birth_details(gestation_days=316), Refusal("gestation_impossible")),
    (birth_details(nhs_number=BROKEN), Refusal("nhs_number_wrong")),
    (birth_details(birth_weight_g=3200, gestation_days=280, nhs_number=WHOLE), None),
    (moved(None), Refusal("moves_in_future")),
    (moved(TODAY + DAY), Refusal("moves_in_future")),
    (moved(TODAY), None),
    (moved(TODAY - DAY, TODAY), Refusal("moved_before", since=TODAY)),
    (moved(TODAY, TODAY), None),
]


def birth_day(day, *, due_on=None, died_on=None):
    known = BirthKnown(due_on, TODAY, died_on)
    return lambda: days.check_birth_day(day, known, today=TODAY + 9 * DAY)


SCAN = Refusal("scan_dates_pregnancies")
DAYS = [
    (birth_day(TODAY), None),
    (birth_day(TODAY + DAY), Refusal("born_after_written")),
    (birth_day(TODAY, died_on=TODAY), None),
    (birth_day(TODAY, died_on=TODAY - DAY), Refusal("born_after_death")),
    (birth_day(TODAY, due_on=TODAY - 29 * DAY), Refusal("birth_far_from_due", due_on=TODAY - 29 * DAY)),
    (lambda: days.check_birthday(TODAY + DAY, today=TODAY), Refusal("parent_birthday_impossible")),
    (
        lambda: days.check_due_day(TODAY - 29 * DAY, ended_on=None, outcome=None, today=TODAY),
        Refusal("due_long_past", offer="enter_birth"),
    ),
    (
        lambda: days.check_due_day(TODAY, ended_on=TODAY, outcome=None, today=TODAY),
        Refusal("pregnancy_end_incomplete"),
    ),
    (lambda: days.check_due_day(TODAY, ended_on=TODAY, outcome=OUTCOME, today=TODAY), None),
    *((lambda of=of: days.may_give_reason(of, DayReason.SCAN), SCAN) for of in DayOf if of is not DayOf.PREGNANCY),
    (lambda: days.may_give_reason(DayOf.PREGNANCY, DayReason.SCAN), None),
    (lambda: days.may_give_reason(next(iter(DayOf)), DayReason.SLIP), None),
]


def split(**wish):
    of = SplitWish(**{name: frozenset(ids) if name != "carer" else ids for name, ids in wish.items()})
    return lambda: splitting.may_split(of, parents=[1, 2])


SPLITS = [
    (split(parents=[1], seen_by=[5]), None),
    (split(seen_by=[5]), Refusal("nobody_chosen")),
    (split(parents=[1, 2], seen_by=[5]), Refusal("nobody_would_stay")),
    (split(babies=[3], seen_by=[5]), Refusal("nobody_cares_there")),
    (split(babies=[3], carer=ANA, seen_by=[5]), None),
    (split(parents=[1]), Refusal("nobody_would_see")),
]


def card(*parts, lasts=1, **said):
    return lambda: trust.check_card(NewCard(frozenset(parts), lasts, **said))


SEARCHES = [NOW, NOW + timedelta(minutes=5), NOW + timedelta(minutes=9)]
TRUST = [
    (lambda: trust.check_until(None, today=TODAY), None),
    (lambda: trust.check_until(TODAY, today=TODAY), None),
    (lambda: trust.check_until(TODAY - DAY, today=TODAY), Refusal("until_has_passed")),
    (card(), Refusal("card_is_empty")),
    (card(CardPart.NAMES), None),
    (card(CardPart.NAMES, lasts=90), None),
    (card(CardPart.NAMES, lasts=0), Refusal("card_days", most=90)),
    (card(CardPart.NAMES, lasts=91), Refusal("card_days", most=90)),
    (card(CardPart.GOAL, goal=" ", helps="Quiet"), Refusal("card_goal_missing")),
    (card(CardPart.GOAL, goal="To feed her myself"), None),
    (card(CardPart.HELPS, goal="To feed", helps=" "), Refusal("card_helps_missing")),
    (card(CardPart.HELPS, helps="Quiet"), None),
    (lambda: trust.check_reason("She is ill"), None),
    (lambda: trust.check_reason("She  ill"), Refusal("say_more")),
    (lambda: trust.may_search(SEARCHES, most=4), None),
    (
        lambda: trust.may_search(SEARCHES, most=2),
        Refusal("too_many_searches", again_at=NOW + timedelta(minutes=65)),
    ),
]


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [*PARENTS, *PREGNANCIES, *BABIES, *FAMILIES, *DEATHS, *CHANGES, *DAYS, *SPLITS, *TRUST],
)
def test_records_are_refused_by_exactly_these_words(asked, refusal):
    assert asked() == refusal


def test_the_details_of_a_parent_are_kept_without_what_surrounds_them():
    written = ParentDetails(given_name=" Ana ", family_name=" Pop", born_on=None, email=" Ana@Example.ORG ")
    kept = changes.without_surroundings(written)
    assert (kept.given_name, kept.family_name, kept.email) == ("Ana", "Pop", "ana@example.org")


@pytest.mark.parametrize(
    ("typed", "name", "same"),
    [("ANA  pop", "Ana Pop", True), ("Jose", "José", True), ("", "", False), (" ", "", False), ("Ana", "Anna", False)],
)
def test_a_name_is_the_same_whatever_its_capitals_spaces_and_accents(typed, name, same):
    assert bereavement.is_the_name(typed, name) is same
