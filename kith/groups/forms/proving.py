"""What proves a booking: the code, a tap on the page behind the link, the word of a worker."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.groups.forms.booking import contact_typed
from kith.groups.rules.places import BookingContact
from kith.platform.ui.refusals import RefusableForm


class CodeForm(RefusableForm):
    """The code that was sent, and whether she goes on the waiting list where all places are gone meanwhile."""

    beside: ClassVar = {"": "code", "session_full": "may_wait", "course_full": "may_wait"}

    code = forms.CharField(
        label=_("Your code"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}),
        error_messages={"required": _("Enter the code from the message")},
    )
    may_wait = forms.BooleanField(
        label=_("If it is full, put me on the waiting list"), required=False, widget=forms.CheckboxInput
    )


class ConfirmForm(RefusableForm):
    """A tap on the page behind the link."""

    beside: ClassVar = {"session_full": "may_wait", "course_full": "may_wait"}

    may_wait = forms.BooleanField(
        label=_("If it is full, put me on the waiting list"), required=False, widget=forms.CheckboxInput
    )


class SpokenForm(RefusableForm):
    """Which e-mail or phone the person gave who speaks with the worker."""

    beside: ClassVar = {"": "contact"}

    contact = forms.CharField(
        label=_("Which number or e-mail did they book with?"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false", "dir": "auto"}),
        error_messages={"required": _("Enter a mobile number or an e-mail address")},
    )

    def clean_contact(self) -> BookingContact:
        """As it was typed into the form of the booking."""
        return contact_typed(self.cleaned_data["contact"])
