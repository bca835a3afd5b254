"""An offer to undo is for one person, for some minutes, and whole; a page that changes something loses nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django import forms
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import gettext_lazy

from kith.kernel.ids import AccountId
from kith.platform.access.viewer import ANONYMOUS, Viewer, ViewerKind
from kith.platform.ui.fields import DatePartsField
from kith.undoing import meanwhile
from kith.undoing.editing import Asking
from kith.undoing.offering import FOR, Undo, offer_undo, register_undo, taken, undo_bar

KIND = "tests.done"
GRACE = Viewer(kind=ViewerKind.STAFF, account_id=AccountId(1))
register_undo({KIND: Undo(gettext_lazy("Done"), lambda **_: None)})


def bar(viewer: Viewer, token: str):
    request = RequestFactory().get("/desk/", {"undo": token})
    request.viewer = viewer
    return undo_bar(request)["undo_offer"]


def test_the_bar_says_how_many_minutes_are_left_and_goes_when_they_are_over(clock):
    token = offer_undo(GRACE, KIND, step_id=7)
    assert bar(GRACE, token).minutes == 10
    clock.advance(seconds=90)
    assert bar(GRACE, token).minutes == 9
    clock.set(clock.now() + FOR - timedelta(seconds=90))
    assert (bar(GRACE, token), taken(GRACE, token)) == (None, None)


def test_an_offer_is_taken_by_the_person_to_whom_it_was_made_and_as_it_was_made():
    token = offer_undo(GRACE, KIND, step_id=7)
    assert taken(GRACE, token).facts == {"step_id": 7}
    assert taken(replace(GRACE, account_id=AccountId(2)), token) is None
    assert taken(GRACE, f"{token[:-1]}{'a' if token[-1] != 'a' else 'b'}") is None
    assert bar(ANONYMOUS, token) is None


class Home(Asking):
    """A form of three questions."""

    phone = forms.CharField(label="Phone", required=False)
    words = forms.CharField(label="Words", required=False)
    born_on = DatePartsField(label="Born", required=False)


def sent(known: dict, **said):
    """What becomes of a form that was opened with what is known then; and what is written, if anything."""
    written: list[dict] = []
    now = said.pop("now", known)
    first = Home(initial=known)
    meanwhile.watch(first)
    chosen = said.pop("chosen", None)
    data = {**said, meanwhile.SEEN: first[meanwhile.SEEN].value()}
    for more in ({}, chosen):
        if more is None:
            break
        request = RequestFactory().post("/", {**data, **more})
        form = Home(request.POST, initial=now)

        def act(form: Home = form) -> HttpResponse:
            written.append(dict(form.cleaned_data))
            return HttpResponse("done")

        answer = meanwhile.edited(request, "undoing/questions.jinja", form, act, back="/", layout="layouts/desk.jinja")
        text = answer.content.decode()
        if f'name="{meanwhile.COMPARED}" value="' in text:
            data[meanwhile.COMPARED] = text.split(f'name="{meanwhile.COMPARED}" value="')[1].split('"')[0]
    return text, written


BEFORE = {"phone": "01", "words": "quiet", "born_on": None}


def test_what_nobody_else_has_changed_is_written_as_it_was_sent():
    text, written = sent(BEFORE, phone="02", words="quiet")
    assert (text, [row["phone"] for row in written]) == ("done", ["02"])


def test_a_change_of_another_person_is_shown_before_anything_is_written():
    text, written = sent(BEFORE, phone="02", words="quiet", now=BEFORE | {"phone": "03"})
    assert written == []
    assert all(each in text for each in ("01", "02", "03", 'name="choose-phone"'))


@pytest.mark.parametrize(("choice", "kept"), [("mine", "02"), ("theirs", "03")])
def test_the_second_person_chooses(choice, kept):
    chosen = {"choose-phone": choice}
    _, written = sent(BEFORE, phone="02", words="loud", now=BEFORE | {"phone": "03"}, chosen=chosen)
    assert [(row["phone"], row["words"]) for row in written] == [(kept, "loud")]


def test_what_the_second_person_left_alone_stays_as_the_first_one_wrote_it():
    _text, written = sent(BEFORE, phone="02", words="quiet", now=BEFORE | {"words": "loud"}, chosen={})
    assert [(row["phone"], row["words"]) for row in written] == [("02", "loud")]


def test_a_choice_between_two_is_not_made_by_sending_again():
    _, written = sent(BEFORE, phone="02", now=BEFORE | {"phone": "03"}, chosen={"choose-phone": ""})
    assert written == []
