"""Languages and needs, and how to reach a parent safely; asked at work and on the parent's own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import Asking
from kith.families.rules.changes import Needs
from kith.families.rules.codes import AccessNeed, Channel, InterpreterNeed
from kith.families.rules.entries import SafeContact
from kith.families.wording.keeping import ACCESS_NEEDS, CHANNELS
from kith.places.wording import language_choices

YES, NO, NOT_ASKED = "yes", "no", "not_asked"


class NeedsForm(Asking):
    """Languages spoken and read, asked apart, an interpreter, and what else the parent needs."""

    speaks = forms.ChoiceField(label=_("Language spoken best"), choices=language_choices)
    reads = forms.ChoiceField(
        label=_("Language read best"), help_text=_("We write in this language where we can."), choices=language_choices
    )
    interpreter_need = forms.ChoiceField(
        label=_("Is an interpreter needed?"),
        choices=[
            (InterpreterNeed.YES.value, _("Yes")),
            (InterpreterNeed.NO.value, _("No")),
            (InterpreterNeed.NOT_ASKED.value, _("Not asked yet")),
        ],
        widget=forms.RadioSelect,
    )
    access_needs = forms.MultipleChoiceField(
        label=_("What else is needed?"),
        choices=[(each.value, words) for each, words in ACCESS_NEEDS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    access_words = forms.CharField(label=_("In their own words"), max_length=300, required=False, widget=forms.Textarea)

    def needs(self) -> Needs:
        """What is written down."""
        data = self.cleaned_data
        return Needs(
            speaks=data["speaks"],
            reads=data["reads"],
            interpreter_need=InterpreterNeed(data["interpreter_need"]),
            access_needs=frozenset(AccessNeed(each) for each in data["access_needs"]),
            access_words=data["access_words"],
        )

    @staticmethod
    def initial_of(needs: Needs) -> dict[str, Any]:
        """The form's first values, from what stands on the record."""
        return {
            "speaks": needs.speaks,
            "reads": needs.reads,
            "interpreter_need": needs.interpreter_need.value,
            "access_needs": [each.value for each in needs.access_needs],
            "access_words": needs.access_words,
        }


class SafeContactForm(Asking):
    """Which ways are not safe, whether we may leave a voicemail, when it is safe, and a word to know us by."""

    unsafe_channels = forms.MultipleChoiceField(
        label=_("Which of these are not safe?"),
        help_text=_("Kith sends nothing by a way that is not safe, and no code to sign in by either."),
        choices=[(each.value, words) for each, words in CHANNELS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    voicemail = forms.ChoiceField(
        label=_("May we leave a voicemail?"),
        choices=[(YES, _("Yes")), (NO, _("No")), (NOT_ASKED, _("Not asked yet"))],
        widget=forms.RadioSelect,
    )
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

    def contact(self) -> SafeContact:
        """What is written down."""
        data = self.cleaned_data
        return SafeContact(
            unsafe_channels=frozenset(Channel(each) for each in data["unsafe_channels"]),
            may_leave_voicemail={YES: True, NO: False, NOT_ASKED: None}[data["voicemail"]],
            safe_times=data["safe_times"],
            code_word=data["code_word"],
        )

    @staticmethod
    def initial_of(contact: SafeContact) -> dict[str, Any]:
        """The form's first values, from what stands on the record."""
        return {
            "unsafe_channels": [each.value for each in contact.unsafe_channels],
            "voicemail": {True: YES, False: NO, None: NOT_ASKED}[contact.may_leave_voicemail],
            "safe_times": contact.safe_times,
            "code_word": contact.code_word,
        }
