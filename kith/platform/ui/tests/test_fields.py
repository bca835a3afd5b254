"""A date in three boxes: found, missing, half given, impossible."""

import datetime as dt

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from kith.platform.ui.fields import DatePartsField


class Dated(forms.Form):
    """One date that must be given and one that need not."""

    due = DatePartsField()
    seen = DatePartsField(required=False)


def filled(day: str, month: str, year: str) -> Dated:
    return Dated({"due_day": day, "due_month": month, "due_year": year})


@given(st.dates())
def test_every_day_there_is_can_be_typed(day: dt.date):
    form = filled(str(day.day), str(day.month), f"{day.year:04}")
    assert form.is_valid()
    assert form.cleaned_data == {"due": day, "seen": None}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("", "", ""), "required"),
        (("1", "", "2026"), "incomplete"),
        (("31", "2", "2026"), "invalid"),
        (("one", "2", "2026"), "invalid"),
        (("1", "2", "99999"), "invalid"),
    ],
)
def test_a_date_that_cannot_be_says_why(typed: tuple[str, str, str], code: str):
    form = filled(*typed)
    assert not form.is_valid()
    assert form.errors.as_data()["due"][0].code == code


def test_a_stored_date_is_shown_in_its_parts():
    form = Dated(initial={"due": dt.date(2026, 3, 7)})
    assert form["due"].field.widget.parts(form["due"].value()) == {"day": "7", "month": "3", "year": "2026"}
    assert not Dated(
        {"due_day": "7", "due_month": "3", "due_year": "2026"}, initial={"due": dt.date(2026, 3, 7)}
    ).has_changed()
