"""Postcodes are read as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel import postcode

# The six shapes of BS 7666, with letters that may stand in each place.
AREA = st.sampled_from(["B", "E", "L", "M", "S", "AB", "CV", "MK", "OX", "IP", "LU", "NN", "SW", "EC"])
INWARD = st.tuples(st.integers(0, 9), st.text("ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2)).map(
    lambda parts: f"{parts[0]}{parts[1]}"
)
OUTWARD = st.tuples(AREA, st.integers(1, 99)).map(lambda parts: f"{parts[0]}{parts[1]}")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("MK9 3EJ", "MK9 3EJ"),
        ("mk93ej", "MK9 3EJ"),
        (" mk9  3ej. ", "MK9 3EJ"),
        ("MK1O 1AB", "MK10 1AB"),
        ("MKI0 1AB", "MK10 1AB"),
        ("CVl 2WT", "CV1 2WT"),
        ("0X1 2JD", "OX1 2JD"),
        ("LI 1AA", "L1 1AA"),
        ("OL1 1AA", "OL1 1AA"),
        ("MK9 OEJ", "MK9 0EJ"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("W1A 0AX", "W1A 0AX"),
        ("MK٩ ٣EJ", "MK9 3EJ"),
        ("mk9", "MK9"),
        ("mk1o", "MK10"),
        ("cvl", "CV1"),
    ],
)
def test_slips_are_mended(typed: str, meant: str) -> None:
    assert postcode.parse(typed).text == meant


@pytest.mark.parametrize("typed", ["", "   ", "Bletchley", "12345", "MK", "MK9 3E", "MK9 33J", "٣٣٣", "MK9 3EJ 4"])
def test_what_is_no_postcode_is_refused_with_words(typed: str) -> None:
    assert not postcode.looks_like_one(typed)
    with pytest.raises(ValueError, match="postcode"):
        postcode.parse(typed)


@given(OUTWARD, INWARD)
def test_every_postcode_is_read_back_as_itself_however_it_is_spaced_or_cased(outward: str, inward: str) -> None:
    text = f"{outward} {inward}"
    assert postcode.parse(text).text == text
    assert postcode.parse(text.lower().replace(" ", "")).text == text
    assert postcode.parse(postcode.parse(text).text) == postcode.parse(text)


@given(OUTWARD.filter(lambda outward: outward[1].isalpha()), INWARD)  # "BI2" may be meant as it stands
def test_an_o_for_every_nought_and_an_i_for_every_one_is_mended(outward: str, inward: str) -> None:
    slips = str.maketrans("01", "OI")
    assert postcode.parse(f"{outward} {inward}".translate(slips)).text == f"{outward} {inward}"


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_never_a_crash(text: str) -> None:
    try:
        found = postcode.parse(text)
    except ValueError:
        return
    assert found.text == postcode.parse(found.text).text
    assert found.text.isascii()
