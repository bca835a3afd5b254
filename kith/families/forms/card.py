"""Making a card, and reading one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import SomeOf
from kith.families.rules.trust import NewCard
from kith.families.wording.trust import CARD_PARTS
from kith.kernel import ids
from kith.kernel.private_links import CODE_DIGITS
from kith.platform.ui.refusals import RefusableForm
from kith.undoing.editing import Asking


class CardForm(Asking):
    """What stands on the card, and for how long it can be read."""

    parts = SomeOf(
        CARD_PARTS,
        required=True,
        label=_("What may others know?"),
        error_messages={"required": _("Choose at least one thing to put on the card")},
    )
    goal = forms.CharField(label=_("What do you hope for with feeding?"), max_length=300, required=False)
    helps = forms.CharField(label=_("What helps you?"), max_length=300, required=False)
    days = forms.TypedChoiceField(
        label=_("For how long can it be read?"),
        choices=[(1, _("Today and tomorrow")), (7, _("One week")), (30, _("One month")), (90, _("Three months"))],
        coerce=int,
        initial=30,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for how long")},
    )
    request_key = forms.CharField(max_length=64, widget=forms.HiddenInput, initial=lambda: ids.new_uuid().hex)

    @property
    def answer(self) -> dict[str, Any]:
        """The card as she asks for it."""
        data = dict(self.cleaned_data)
        return {"request_key": data.pop("request_key"), "card": NewCard(**data)}


class ReadCardForm(RefusableForm):
    """The number, and who reads: she will see both names."""

    pin = forms.CharField(
        label=_("The number she gave you"), max_length=12, error_messages={"required": _("Enter the number")}
    )
    service = forms.CharField(
        label=_("Your service"),
        max_length=120,
        help_text=_("For example: Riverside Surgery"),
        error_messages={"required": _("Enter the name of your service")},
    )
    person = forms.CharField(label=_("Your name"), max_length=120, error_messages={"required": _("Enter your name")})

    def clean_pin(self) -> str:
        """The digits alone, however they were typed."""
        return "".join(sign for sign in str(self.cleaned_data["pin"]) if sign.isdigit())[:CODE_DIGITS]
