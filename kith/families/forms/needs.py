"""Languages and needs, and how to reach a parent safely; asked at work and on the parent's own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import OneOf, SomeOf
from kith.families.rules.changes import Needs
from kith.families.rules.codes import InterpreterNeed
from kith.families.rules.entries import SafeContact
from kith.families.wording.record import ACCESS_NEEDS, CHANNELS
from kith.places.wording import language_choices
from kith.undoing.editing import Asking

ANSWERS = {InterpreterNeed.YES: _("Yes"), InterpreterNeed.NO: _("No"), InterpreterNeed.NOT_ASKED: _("Not asked yet")}
MAY_WE = {True: InterpreterNeed.YES, False: InterpreterNeed.NO, None: InterpreterNeed.NOT_ASKED}


class NeedsForm(Asking):
    """Languages spoken and read, asked apart, an interpreter, and what else the parent needs."""

    speaks = forms.ChoiceField(label=_("Language spoken best"), choices=language_choices)
    reads = forms.ChoiceField(
        label=_("Language read best"), help_text=_("We write in this language where we can."), choices=language_choices
    )
    interpreter_need = OneOf(ANSWERS, label=_("Is an interpreter needed?"))
    access_needs = SomeOf(ACCESS_NEEDS, label=_("What else is needed?"))
    access_words = forms.CharField(label=_("In their own words"), max_length=300, required=False, widget=forms.Textarea)

    @property
    def answer(self) -> dict[str, Any]:
        """What is written down."""
        return {"needs": Needs(**self.cleaned_data)}


class SafeContactForm(Asking):
    """Which ways are not safe, whether we may leave a voicemail, when it is safe, and a word to know us by."""

    unsafe_channels = SomeOf(
        CHANNELS,
        label=_("Which of these are not safe?"),
        help_text=_("Kith sends nothing by a way that is not safe, and no code to sign in by either."),
    )
    voicemail = OneOf(ANSWERS, label=_("May we leave a voicemail?"))
    safe_times = forms.CharField(
        label=_("When is it safe to call?"),
        help_text=_("For example: weekdays between 9 and 3."),
        max_length=100,
        required=False,
    )
    code_word = forms.CharField(
        label=_("A word by which to know it is us"),
        help_text=_("Whoever calls says this word first."),
        max_length=40,
        required=False,
    )

    def __init__(self, data: Any, *, known: SafeContact) -> None:
        super().__init__(data, initial=vars(known) | {"voicemail": MAY_WE[known.may_leave_voicemail]})

    @property
    def answer(self) -> dict[str, Any]:
        """What is written down."""
        data = dict(self.cleaned_data)
        may_we = {answer: said for said, answer in MAY_WE.items()}[data.pop("voicemail")]
        return {"contact": SafeContact(**data, may_leave_voicemail=may_we)}
