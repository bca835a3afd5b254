import tomllib
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.danger import Subject
from kith.kernel.ids import OrganisationId
from kith.kernel.marketing import code_faults
from kith.kernel.refusal import Refusal
from kith.library.rules import approving
from kith.library.rules.approving import may_approve
from kith.library.rules.plain import plainness, syllables
from kith.library.rules.ranking import what_to_translate_next
from kith.library.rules.starter import NewPage, StarterFault, TranslatedPage, read_starter
from kith.library.rules.status import Answer, Status, answer_to, contradictions, status
from kith.library.rules.translating import TranslationState, translation_state

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TODAY = date(2026, 3, 10)
KEYS = st.sampled_from(["a.one", "a.two", "b.one", "b.two"])
ANSWERS = st.lists(
    st.builds(
        Answer,
        key=KEYS,
        question=st.sampled_from(["q.one", "q.two"]),
        text=st.sampled_from(["Wait.", "Call.", " call. "]),
        approved_at=st.none() | st.integers(0, 900).map(lambda days: NOW - timedelta(days=days)),
        review_by=st.dates(date(2025, 1, 1), date(2027, 1, 1)),
        is_withdrawn=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda each: each.key,
)

PAGE = """
slug = "enough-milk"
title = "Is my baby getting enough milk?"
summary = "How you can tell."
topic = "feeding"
order = 20
signs = ["baby"]
[[section]]
heading = "Signs that go well"
statements = ["enough-milk.wet-nappies"]
[[statement]]
id = "enough-milk.wet-nappies"
text = "Six heavy wet nappies a day."
owner = "hospital"
source = "NHS"
source_url = "https://www.nhs.uk/"
evidence = "national guidance"
review_by = 2027-09-30
approved_by = ["hospital", "health-visiting"]
"""


@given(ANSWERS)
def test_a_reader_is_never_told_what_was_withdrawn_or_what_nobody_approved(answers: list[Answer]) -> None:
    told = answer_to("q.one", answers)
    assert told is None or (told.approved_at and not told.is_withdrawn and told.question == "q.one")


@given(ANSWERS)
def test_a_reader_is_told_the_words_that_were_approved_last(answers: list[Answer]) -> None:
    told = answer_to("q.one", answers)
    others = [each.approved_at for each in answers if each.question == "q.one" and each.is_told and each.approved_at]
    assert (told is None) == (not others)
    if told:
        assert told.approved_at == max(others)


@given(ANSWERS)
def test_a_contradiction_is_two_answers_told_to_one_question_in_different_words(answers: list[Answer]) -> None:
    for found in contradictions(answers):
        assert len({each.question for each in found}) == 1
        assert len({" ".join(each.text.split()).casefold() for each in found}) > 1
        assert all(each.is_told for each in found)


@given(ANSWERS)
def test_every_answer_has_one_standing(answers: list[Answer]) -> None:
    for each in answers:
        stands = status(each, today=TODAY, contradicted=False)
        assert (stands is Status.WITHDRAWN) == each.is_withdrawn
        assert (stands in (Status.CURRENT, Status.PAST_REVIEW)) == each.is_told


@pytest.mark.parametrize(("by", "stands"), [([], False), ([1], False), ([1, 1], False), ([1, 2], True)])
def test_words_stand_once_two_different_organisations_have_approved_them(by: list[int], stands: bool) -> None:
    assert approving.stands([OrganisationId(each) for each in by]) is stands


def test_words_that_are_not_waiting_cannot_be_approved() -> None:
    assert may_approve(organisation_id=OrganisationId(1), is_waiting=True, is_withdrawn=False) is None
    assert may_approve(organisation_id=OrganisationId(1), is_waiting=False, is_withdrawn=False) == Refusal(
        "words_not_waiting"
    )
    assert may_approve(organisation_id=None, is_waiting=True, is_withdrawn=False) == Refusal("nobody_to_approve_for")


@given(st.booleans(), st.booleans(), st.booleans())
def test_a_translation_counts_as_checked_only_while_it_says_what_the_english_says(
    exists: bool, is_of_current: bool, is_checked: bool
) -> None:
    state = translation_state(exists=exists, is_of_current=is_of_current, is_checked=is_checked)
    assert (state is TranslationState.CHECKED) == (exists and is_of_current and is_checked)
    assert (state is TranslationState.MISSING) == (not exists)


def test_the_next_text_is_the_one_that_most_families_cannot_read() -> None:
    pages = [
        ("pain", "pl", TranslationState.MISSING),
        ("pain", "ro", TranslationState.DRAFTED),
        ("pain", "so", TranslationState.CHECKED),
        ("twins", "ro", TranslationState.MISSING),
    ]
    found = what_to_translate_next(pages, {"ro": 300, "pl": 100, "so": 900})
    assert [(each.slug, each.language) for each in found] == [("twins", "ro"), ("pain", "pl"), ("pain", "ro")]


@pytest.mark.parametrize(
    ("word", "count"),
    [("milk", 1), ("baby", 2), ("nappies", 2), ("bottle", 2), ("make", 1), ("wanted", 2), ("helped", 1)],
)
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_plain_words_are_read_by_children_and_official_ones_are_not() -> None:
    assert plainness("Call us. We will help you feed your baby.").age <= 8
    official = "Practitioners should facilitate individualised responsive infant feeding conversations antenatally."
    assert plainness(official).age > 18
    assert not plainness(official).is_plain


@given(st.text())
def test_any_text_has_a_reading_age(text: str) -> None:
    assert plainness(text).age >= 5


def test_a_sentence_that_is_too_long_is_named() -> None:
    long = " ".join(["word"] * 30) + "."
    assert plainness(f"Short. {long}").long_sentences == (long,)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Any first infant formula will do.", []),
        ("Ask your midwife. Nanny and Mam are welcome.", []),
        ("We like Aptamil best.", ["brand"]),
        ("Read https://www.aptaclub.co.uk/feeding for more.", ["sponsor"]),
        ("Get a free sample today.", ["promise"]),
        ("SMA is on offer: closest to breast milk.", ["brand", "promise"]),
        ("Read https://www.nhs.uk/ for more.", []),
    ],
)
def test_the_code_is_kept(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in code_faults(text)] == kinds


def test_a_file_is_read_whole() -> None:
    page = read_starter("en/enough-milk.toml", PAGE, english=True)
    assert isinstance(page, NewPage)
    assert page.signs == (Subject.BABY,)
    assert page.statements[0].question == page.statements[0].key
    assert page.sections[0].statements == ("enough-milk.wet-nappies",)


def test_a_translated_file_needs_only_its_words() -> None:
    text = 'title = "A"\nsummary = "B"\n[[section]]\nheading = "C"\n[[statement]]\nid = "a.b"\ntext = "D"\n'
    page = read_starter("ro/enough-milk.toml", text, english=False)
    assert isinstance(page, TranslatedPage)
    assert (page.slug, page.headings, page.texts) == ("enough-milk", ("C",), {"a.b": "D"})


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('title = "Is my baby getting enough milk?"', "", "title is missing"),
        ('topic = "feeding"', 'topic = "milk"', "choose one of"),
        ("order = 20", 'order = "20"', "has to be of kind int"),
        ("https://www.nhs.uk/", "http://www.nhs.uk/", "https://"),
        ("2027-09-30", '"soon"', "review_by"),
        ('slug = "enough-milk"', 'slug = "milk"', "make them the same"),
        ('id = "enough-milk.wet-nappies"', 'id = "Wet nappies"', "is no id"),
        ("[[section]]", "[[section", "not TOML"),
    ],
)
def test_a_file_with_a_fault_says_where_and_what_to_do(old: str, new: str, says: str) -> None:
    with pytest.raises(StarterFault, match=says):
        read_starter("en/enough-milk.toml", PAGE.replace(old, new, 1), english=True)


def test_the_control_the_page_itself_is_good() -> None:
    assert tomllib.loads(PAGE)["slug"] == "enough-milk"
