"""Each refusal code has words on every page where it can come up."""

import ast
from pathlib import Path

import pytest

import kith
from tests.access.addresses import addresses
from tests.reach.graph import Graph
from tests.reach.refusing import Refusing, codes_refused, codes_worded
from tests.reach.roots import full_names
from tests.reach.source import Source

# These lead back to another page, which says it.
SAID_BY = {
    "kith.caseloads.views.leading.take_lead": ["kith.front.done.done_words"],
    "kith.feeding.views.weights.take_back_weight": ["kith.feeding.views.baby.baby_feeding"],
    "kith.feeding.views.assessment_forms.form_deed": ["kith.feeding.views.assessment_forms.assessment_form"],
}
BOOK = "kith.groups.views.booking.book"
REFERRING = {
    f"kith.referrals.views.{each}"
    for each in ("answers.answer_referral", "referrals.referral", "referrals.withdraw", "referring.refer")
}
LEADING_ON = {
    f"kith.feeding.views.{each}"
    for each in ("assessments.assess", "plans.agree_plan", "weights.correct_weight", "weights.record_weight")
}
# What needs no words, why, and on which pages. The list only shrinks: what has words, or is gone, must leave it.
ANYWHERE: set[str] = set()
NEEDS_NO_WORDS = [
    ("whoever is at work has a membership", "contact_needs_a_membership lead_needs_a_membership", ANYWHERE),
    ("whoever is at work has a membership", "plan_needs_a_membership", ANYWHERE),
    ("one form asks for the first feed, and only that one", "not_the_first_feed first_feed_contradicts", ANYWHERE),
    ("chosen from a list", "ethnicity_unknown language_unknown", ANYWHERE),
    ("the form asks for one parent and one pregnancy under way", "one_main_parent one_pregnancy_at_a_time", ANYWHERE),
    ("no form asks for the end without how it ended", "pregnancy_end_incomplete", ANYWHERE),
    ("the form says first that it must be filled in", "step_missing regained_by_missing phone_missing", ANYWHERE),
    ("the form says first what the Code forbids", "against_the_code", ANYWHERE),
    ("written only to those who have an address", "nowhere_to_send", ANYWHERE),
    (
        "the form asks for one day, a name and a number, and checks each",
        """born_in_future weight_impossible gestation_impossible count_impossible pregnancy_end_impossible
        nhs_number_wrong parent_birthday_impossible phone_not_regular""",
        {BOOK},
    ),
    (
        "the form offers no own page and no booking, and what she agrees to has no last day",
        "own_page_is_hers booking_without_interpreter until_has_passed",
        REFERRING,
    ),
    (
        "she is led to her own page, which says how it ended, whatever the reason",
        """referral_moved_on referral_open_already referral_needs_consent receiver_closed referral_not_from_here
        referral_closed referral_receiver_missing referral_try_again referral_wait_needs_a_day
        referral_reason_missing""",
        {"kith.referrals.views.referrals.withdraw"},
    ),
    (
        "the house writes this step itself, for somebody who may open the record",
        "step_says_nothing step_too_long step_due_in_past step_due_too_far owner_has_left owner_may_not_open",
        LEADING_ON,
    ),
]


@pytest.fixture(scope="module")
def house() -> Refusing:
    return Refusing.of(Graph.of(Source.read(Path(kith.__path__[0]))))


def wordless(house: Refusing) -> set[tuple[str, str]]:
    pages = {name for address in addresses() for name in full_names(address.view)}
    return {(code, page) for page in pages for code in house.wordless(page, said_by=SAID_BY.get(page, ()))}


def excused(code: str, page: str) -> bool:
    return any(code in codes.split() and (not where or page in where) for _why, codes, where in NEEDS_NO_WORDS)


def test_each_refusal_has_words_on_every_page_where_it_can_come_up(house: Refusing) -> None:
    assert len(house.all_codes()) > 200
    assert {(code, page) for code, page in wordless(house) if not excused(code, page)} == set()


def test_the_list_of_what_needs_no_words_only_shrinks(house: Refusing) -> None:
    found = wordless(house)
    idle = [
        (code, page)
        for _why, codes, where in NEEDS_NO_WORDS
        for code in codes.split()
        for page in where or {""}
        if not any(code == each and page in ("", there) for each, there in found)
    ]
    assert idle == []


def test_what_is_said_elsewhere_is_needed_and_said_there(house: Refusing) -> None:
    assert [
        page for page, there in SAID_BY.items() if house.wordless(page) == house.wordless(page, said_by=there)
    ] == []


@pytest.mark.parametrize(
    ("code", "page"),
    [
        ("session_over", "kith.groups.views.booking.book"),
        ("lead_has_changed", "kith.caseloads.views.handover.handover"),
        ("too_many_searches", "kith.families.views.emergency.open_in_emergency"),
        ("already_led", "kith.caseloads.views.leading.take_lead"),
    ],
)
def test_the_control_words_taken_away_are_missed(house: Refusing, code: str, page: str) -> None:
    poorer = Refusing(house.graph, house.refused, {name: codes - {code} for name, codes in house.worded.items()})
    assert (code, page) in wordless(poorer) - wordless(house)


REFUSES = """
def act(one):
    if one:
        raise Refusal("first", offer="call")
    return Refusal("second" if one == "other" else "third")
"""
WORDS = """
REFUSED = {"in_a_table": _("No"), "beside": ("name", _("No")), "only_a_field": "name"}
def words(refusal):
    match refusal.code:
        case "in_a_case" | "in_another":
            return gettext("No")
        case "nothing_said":
            pass
    if refusal.code == "in_an_if":
        return other_words(refusal)
    if refusal.code == "only_looked_at":
        asked_again = True
    form.add_error("agreed" if refusal.code == "only_a_place" else None, "")
"""


def test_the_control_codes_are_read_where_they_are_made_and_where_they_have_words() -> None:
    assert set(codes_refused(ast.parse(REFUSES))) == {"first", "second", "third"}
    assert set(codes_worded(ast.parse(WORDS))) == {"in_a_table", "beside", "in_a_case", "in_another", "in_an_if"}


def test_the_control_a_code_that_cannot_be_read_is_named() -> None:
    with pytest.raises(AssertionError, match="line 1"):
        list(codes_refused(ast.parse("raise Refusal(code)")))
