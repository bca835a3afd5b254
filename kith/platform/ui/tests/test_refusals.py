from typing import ClassVar

import pytest
from django import forms
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui import refusals
from kith.platform.ui.questions import is_done, question
from kith.platform.ui.refusals import RefusableForm, Refused, refusal_words, register_refusals
from kith.platform.ui.views import refused


@pytest.fixture(autouse=True)
def own_table(monkeypatch):
    monkeypatch.setattr(refusals, "_table", {})
    register_refusals(
        {
            "too_late": Refused(_("Enter a day"), "day"),
            "too_many": Refused(lambda refusal: f"At most {refusal.facts['most']}", "count"),
        }
    )


class DayForm(RefusableForm):
    day = forms.CharField()


class OtherForm(RefusableForm):
    beside: ClassVar = {"": "who"}
    who = forms.CharField()


def refuse(code, **facts):
    def act():
        raise Refusal(code, **facts)

    return act


def asked(form, act):
    return question(RequestFactory().get("/"), "ui/gallery.jinja", form, act, {"drawn": []})


def test_a_refusal_stands_beside_its_question_in_the_words_of_the_table():
    form = DayForm({"day": "x"})
    assert not is_done(form, refuse("too_late"))
    assert form.errors == {"day": ["Enter a day"]}


def test_words_may_be_made_of_the_facts_and_stand_above_a_form_that_does_not_ask():
    form = DayForm({"day": "x"})
    assert not is_done(form, refuse("too_many", most=3))
    assert form.errors == {"__all__": ["At most 3"]}


def test_a_form_may_ask_by_another_name():
    form = OtherForm({"who": "x"})
    assert not is_done(form, refuse("too_late"))
    assert form.errors == {"who": ["Enter a day"]}


def test_a_question_is_asked_answered_and_asked_again():
    def act():
        return HttpResponse("done")

    assert asked(DayForm(None), act).status_code == 200
    assert asked(DayForm({"day": ""}), act).status_code == 422
    assert asked(DayForm({"day": "x"}), refuse("too_late")).status_code == 422
    assert asked(DayForm({"day": "x"}), act).content == b"done"


def test_two_rooms_cannot_word_one_code_differently():
    register_refusals({"too_late": refusals._table["too_late"]})
    with pytest.raises(ValueError, match="too_late"):
        register_refusals({"too_late": Refused(_("Something else"))})


def test_what_no_form_says_becomes_a_page_with_the_way_back_where_it_is_ours():
    for before, shown in (("http://testserver/en/", True), ("https://elsewhere.example/", False)):
        request = RequestFactory().post("/", headers={"Referer": before})
        page = refused(request, Refusal("too_late"))
        assert page.status_code == 422
        assert "Enter a day" in page.content.decode()
        assert (before in page.content.decode()) is shown


def test_a_code_without_words_still_says_that_it_did_not_work():
    assert refusal_words(Refusal("new")) == "That did not work."
