"""A visitor without an account asks for a pump."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.equipment.rules.codes import Need
from kith.equipment.rules.visiting import VisitorWish
from kith.equipment.wording import codes as words
from kith.groups.forms.booking import contact_typed
from kith.groups.rules.places import BookingContact
from kith.kernel import clock
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm


class VisitorForm(RefusableForm):
    """Who she is, where we write to, and what is true for her."""

    beside: ClassVar = {
        "name_missing": "name",
        **dict.fromkeys(("due_too_far", "due_long_past", "born_too_long_ago"), "baby_on"),
    }

    request_key = RequestKeyField()
    needs = forms.TypedMultipleChoiceField(
        label=_("What is true for you?"),
        help_text=_("Choose everything that is true. It decides nothing about how you feed your baby."),
        coerce=Need,
        choices=list(words.RULE.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Enter your name"), "max_length": _("Your name must be 100 letters or fewer")},
    )
    contact = forms.CharField(
        label=_("Mobile number or e-mail"),
        help_text=_("We send a code there first, and write when a pump is ready for you."),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Enter a mobile number or an e-mail address")},
    )
    baby_on = DatePartsField(
        label=_("When was your baby born, or when is it due?"),
        help_text=_("So that we know what will help you most. For example, 27 3 2026."),
        required=False,
    )

    def __init__(self, data: Any, language: str) -> None:
        super().__init__(data)
        self.language = language

    def clean_name(self) -> str:
        """The name with single spaces."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean_contact(self) -> BookingContact:
        """An address or a number we can send to."""
        return contact_typed(self.cleaned_data["contact"])

    @property
    def wish(self) -> VisitorWish:
        """What is asked for."""
        said = self.cleaned_data
        day: date | None = said["baby_on"]
        is_due = day is not None and day > clock.today()
        return VisitorWish(
            name=said["name"],
            needs=tuple(said["needs"]),
            language=self.language,
            email=said["contact"].email,
            phone=said["contact"].phone,
            due_on=day if is_due else None,
            born_on=None if is_due else day,
        )


class PumpCodeForm(RefusableForm):
    """The code that was sent."""

    beside: ClassVar = {"": "code"}

    code = forms.CharField(
        label=_("Your code"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}),
        error_messages={"required": _("Enter the code from the message")},
    )
