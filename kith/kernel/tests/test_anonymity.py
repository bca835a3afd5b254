"""A text for others leads to no person: what is found in it, and in which line; ordinary words are let through."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.kernel.anonymity import Known, Trace, traces_in

KNOWN = Known(("Grace Obi",), ("Bletchley East", "Central Milton Keynes"), ("Milton Keynes", "Family Hub North"))


@pytest.mark.parametrize(
    ("text", "trace", "words", "line"),
    [
        ("Ring me on 07700 900 123.", Trace.NUMBER, "07700 900 123", 1),
        ("رقمي ٠٧٧٠٠٩٠٠١٢٣", Trace.NUMBER, "07700900123", 1),
        ("Her NHS number is 943 476 5919", Trace.NUMBER, "943 476 5919", 1),
        ("Warm.\nWrite to ana@example.org", Trace.MAILBOX, "ana@example.org", 2),
        ("We live at mk1 1aa.", Trace.POSTCODE, "mk1 1aa", 1),
        ("Born on 03/05/2026.", Trace.DATE, "03/05/2026", 1),
        ("She came on 3 May, early.", Trace.DATE, "3 May", 1),
        ("It was May 3rd 2026", Trace.DATE, "May 3rd 2026", 1),
        ("Thank you Grace, for all.", Trace.NAME, "Grace", 1),
        ("OBI was kind to us.", Trace.NAME, "OBI", 1),
        ("My midwife Danuta stayed.", Trace.NAME, "Danuta", 1),
        ("Danuta stayed. She was kind.\nDanuta was there.", Trace.NAME, "Danuta", 2),
        ("Amira’s milk came late.", Trace.NAME, "Amira’s", 1),
        ("The group in Bletchley is warm.", Trace.SMALL_AREA, "Bletchley", 1),
    ],
)
def test_what_leads_to_a_person_is_found_with_its_line(text: str, trace: Trace, words: str, line: int) -> None:
    found = traces_in(text, KNOWN)
    assert [(each.trace, each.words, each.line) for each in found] == [(trace, words, line)]


@pytest.mark.parametrize(
    "text",
    [
        "Feeding was hard at first. I felt welcome at the hub on Monday.",
        "In Milton Keynes the NHS midwife sat with us for 45 minutes. 3 weeks later all was well.",
        "Nobody judged me. My baby weighed 3.4 kg and I pumped 120 ml in July.",
        "The Family Hub North was warm. We spoke English and Romanian. It was good for Mum too.",
        "green grass, east wind, grace before meals",
    ],
)
def test_ordinary_words_are_let_through(text: str) -> None:
    assert traces_in(text, KNOWN) == ()


@settings(max_examples=40)
@given(
    before=st.sampled_from(["It was warm there. ", "Era cald. ", "كان دافئًا. ", "\n\n"]),
    number=st.text("0123456789", min_size=7, max_size=11),
    parted=st.sampled_from(["", " ", "-", "."]),
)
def test_a_number_is_found_wherever_it_stands_and_however_it_is_parted(before: str, number: str, parted: str) -> None:
    written = parted.join((number[:3], number[3:]))
    assert any(each.trace in (Trace.NUMBER, Trace.DATE) for each in traces_in(f"{before}{written} .", is_english=False))
