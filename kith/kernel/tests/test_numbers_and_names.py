"""NHS numbers, telephone numbers, languages, identities and refusals."""

import random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel import ids, languages, nhs_number, phone
from kith.kernel.phone import Fault
from kith.kernel.refusal import Refusal


def is_valid_by_the_book(digits: str) -> bool:
    """The same check, written the other way round: all ten digits weighted 10 to 1 sum to a multiple of 11."""
    return sum(int(digit) * (10 - place) for place, digit in enumerate(digits)) % 11 == 0


def test_a_hundred_thousand_random_numbers_get_the_right_verdict() -> None:
    chance = random.Random(20260310)
    wrong = valid = 0
    for _ in range(100_000):
        digits = f"{chance.randrange(10**10):010d}"
        try:
            said = nhs_number.parse(digits) == digits
        except ValueError:
            said = False
        valid += said
        wrong += said != is_valid_by_the_book(digits)
    assert wrong == 0
    assert 8_000 < valid < 10_000


@pytest.mark.parametrize("typed", ["943 476 5919", "943-476-5919", "9434765919 "])
def test_the_published_example_is_read_however_it_is_grouped(typed: str) -> None:
    assert nhs_number.parse(typed) == "9434765919"
    assert nhs_number.spoken("9434765919") == "943 476 5919"


@pytest.mark.parametrize("digit", "0189")
def test_a_filler_is_no_number_although_its_last_digit_fits(digit: str) -> None:
    assert nhs_number.is_whole(digit * 10)
    with pytest.raises(ValueError, match="ten equal digits"):
        nhs_number.parse(digit * 10)


@pytest.mark.parametrize("typed", ["", "943476591", "94347659190", "9434765918", "٩٤٣٤٧٦٥٩١٩", "94347x5919"])
def test_what_is_no_nhs_number_is_refused_with_words(typed: str) -> None:
    with pytest.raises(ValueError, match="NHS number"):
        nhs_number.parse(typed)


@given(st.integers(0, 10**9 - 1))
def test_one_wrong_digit_is_always_found(nine: int) -> None:
    digits = f"{nine:09d}"
    check = nhs_number.check_digit(digits)
    number = f"{digits}{check}"
    if check == 10 or len(set(number)) == 1:
        return
    assert nhs_number.parse(number) == number
    for place in range(10):
        slipped = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
        with pytest.raises(ValueError, match="does not fit"):
            nhs_number.parse(slipped)


@pytest.mark.parametrize(
    ("typed", "regular"),
    [
        ("07700 900123", "+447700900123"),
        ("+44 (0)7700 900123", "+447700900123"),
        ("0044 7700 900123", "+447700900123"),
        ("01908 691691", "+441908691691"),
        ("+40 712 034 567", "+40712034567"),
        ("٠٧٧٠٠٩٠٠١٢٣", "+447700900123"),
        ("Tel: 01908 691691", "+441908691691"),
        ("07797 712345", "+447797712345"),
    ],
)
def test_telephone_numbers_become_regular(typed: str, regular: str) -> None:
    assert phone.parse(typed) == regular
    assert phone.parse(phone.spoken(regular) if regular.startswith("+44") else regular) == regular


@pytest.mark.parametrize("typed", ["", "hello", "123", "0770", "+44 7700 900123 456 789", "@"])
def test_what_is_no_telephone_number_is_refused_with_words(typed: str) -> None:
    with pytest.raises(ValueError, match="phone"):
        phone.parse(typed)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("07700 90012", Fault.WRONG_DIGITS),
        ("18001 0114 273 4567", Fault.RELAY),
        ("18002-07700900123", Fault.RELAY),
        ("0114 273 456", Fault.WRONG_DIGITS),
        ("07700 900123 / 07700 900124", Fault.WRONG_DIGITS),
        ("+44 7700 900123 456 789", Fault.WRONG_DIGITS),
        ("+40 71", Fault.WRONG_DIGITS),
        ("07700 900123 (mum)", Fault.WORDS_BESIDE),
        ("07700 900123 me", Fault.WORDS_BESIDE),
        ("mum 07700 900123", Fault.WORDS_BESIDE),
        ("07700 900123 ext. 5", Fault.EXTENSION),
        ("01908 691691 x12", Fault.EXTENSION),
        ("07700 900123,5", Fault.EXTENSION),
        ("hello", Fault.NO_NUMBER),
        ("", Fault.NO_NUMBER),
    ],
)
def test_a_refused_number_says_what_is_wrong_with_it(typed: str, fault: Fault) -> None:
    with pytest.raises(phone.NotATelephoneNumber) as refused:
        phone.parse(typed)
    assert refused.value.fault is fault
    assert typed in str(refused.value)


# Ofcom's numbers for drama, the first and the last of each thousand.
@pytest.mark.parametrize(("typed", "kept"), [("116 123", "116123"), ("111", "111"), ("020 7946 0000", "+442079460000")])
def test_a_service_may_be_rung_by_a_short_number(typed: str, kept: str) -> None:
    assert phone.parse_published(typed) == phone.parse_published(kept) == kept


@pytest.mark.parametrize("typed", ["116 124 9", "12", "85258", "116 1", "116 123 or 111"])
def test_a_short_number_that_is_not_rung_in_all_of_britain_is_refused(typed: str) -> None:
    with pytest.raises(phone.NotATelephoneNumber):
        phone.parse_published(typed)
    with pytest.raises(phone.NotATelephoneNumber):
        phone.parse("116 123")  # a person has no such number


# https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
FOR_DRAMA = [f"01{area} 496 0" for area in (13, 14, 15, 16, 17, 18, 21, 31, 41, 51, 61)] + [
    "0191 498 0", "020 7946 0", "028 9649 6", "029 2018 0", "01632 960", "07700 900", "0808 157 0",
    "0909 879 0", "03069 990",
]  # fmt: skip


@pytest.mark.parametrize("beginning", FOR_DRAMA)
def test_a_number_that_is_kept_for_drama_is_taken_and_one_with_a_digit_missing_is_not(beginning: str) -> None:
    for end in ("000", "999"):
        assert phone.parse(phone.parse(f"{beginning}{end}")).startswith("+44")
    with pytest.raises(phone.NotATelephoneNumber):
        phone.parse(f"{beginning}00")


@given(st.text(max_size=40))
def test_any_text_is_a_telephone_number_or_refused(text: str) -> None:
    try:
        regular = phone.parse(text)
    except ValueError:
        return
    assert phone.parse(regular) == regular


def test_an_unknown_language_falls_back_to_english() -> None:
    assert languages.interface_language("ro-RO").own_name == "Română"
    assert languages.interface_language("ar").direction == "rtl"
    assert languages.interface_language("xx") is languages.ENGLISH
    assert not languages.is_interface_language("ti")


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        *((each.code, each.code) for each in languages.INTERFACE_LANGUAGES),
        *((f"{each.code}-{each.script}", each.code) for each in languages.INTERFACE_LANGUAGES),
        *((tag, "ur") for tag in ["pa-PK", "pa_PK", "pa-Arab", "pa-Aran", "pnb", "lah-PK", "skr", "phr", "ur-IN"]),
        *((tag, "pa") for tag in ["pa-IN", "pa-GB", "pa-Guru-PK"]),
        *((tag, "ro") for tag in ["ro-MD", "mo", "mo-MD"]),
        *((tag, "so") for tag in ["so-SO", "so-ET", "so-Latn-KE"]),
        *((tag, "ar") for tag in ["ar-SD", "arb", "ar-Arab-EG"]),
        *((tag, "bn") for tag in ["bn-BD", "syl", "syl-Beng"]),
        *((tag, None) for tag in ["ur-Latn", "pnb-Guru", "mo-Cyrl", "ro-Cyrl", "syl-Latn", "zh", "mos", "pax", "*"]),
        ("", None),
    ],
)
def test_a_reader_gets_the_language_whose_letters_they_read(tag: str, code: str | None) -> None:
    found = languages.language_read(tag)
    assert (found and found.code) == code
    assert languages.interface_language(tag).code == (code or "en")


def test_identities_come_from_the_source_in_force() -> None:
    seeded = UUID(int=7)
    with ids.use_source(lambda: seeded):
        assert ids.new_uuid() == seeded
    assert ids.new_uuid() != ids.new_uuid()


def test_refusals_are_equal_when_they_say_the_same() -> None:
    assert Refusal("session_full", offer="waiting_list", places=0) == Refusal(
        "session_full", offer="waiting_list", places=0
    )
    assert Refusal("session_full") != Refusal("session_over")
    assert Refusal("session_full") != "session_full"
    assert len({Refusal("session_full"), Refusal("session_full")}) == 1
    assert "session_full" in repr(Refusal("session_full"))
