"""Where a family lives and what trouble it is in."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import SomeOf
from kith.families.queries.homes import home_at
from kith.families.wording.record import CRISES
from kith.places.fields import PostcodeField
from kith.platform.ui.fields import DatePartsField
from kith.undoing.editing import Asking


class MoveForm(Asking):
    """The next address, and since when."""

    drawn: ClassVar[Mapping[str, Mapping[str, Any]]] = {"postcode": {"width": 10}}

    from_on = DatePartsField(
        label=_("Since when does the family live there?"), error_messages={"required": _("Enter the day of the move")}
    )
    postcode = PostcodeField()
    street = forms.CharField(label=_("House and street"), max_length=200, required=False)
    is_temporary = forms.BooleanField(
        label=_("This is temporary accommodation"),
        help_text=_("For example a hostel, a hotel, a refuge, or with friends for want of a home."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """An address needs something by which to find it, unless it is temporary and not to be written down."""
        data = super().clean() or self.cleaned_data
        if not data.get("postcode") and not data.get("is_temporary") and "postcode" not in self.errors:
            self.add_error("postcode", _("Enter the postcode, or its first half"))
        return data

    @property
    def answer(self) -> dict[str, Any]:
        """The address as it is written down, with the areas it lies in."""
        data = dict(self.cleaned_data)
        return {"address": replace(home_at(data.pop("postcode")), **data)}


class CrisisForm(Asking):
    """The troubles a family is in today; one that is no longer ticked ends today."""

    crises = SomeOf(
        CRISES,
        label=_("What is the family going through?"),
        help_text=_("This is never shown on a parent’s page, where somebody else may read it."),
    )

    @property
    def answer(self) -> dict[str, Any]:
        """The troubles that were ticked."""
        return {"kinds": self.cleaned_data["crises"]}
