"""Where a family lives and what trouble it is in."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import Asking, PostcodeField
from kith.families.rules.codes import Crisis
from kith.families.rules.entries import NewAddress
from kith.families.wording.keeping import CRISES
from kith.platform.ui.fields import DatePartsField


class MoveForm(Asking):
    """The next address, and since when."""

    drawn: ClassVar[Mapping[str, Mapping[str, Any]]] = {"postcode": {"width": 10}}

    from_on = DatePartsField(
        label=_("Since when does the family live there?"), error_messages={"required": _("Enter the day of the move")}
    )
    postcode = PostcodeField(label=_("Postcode"), max_length=10, required=False)
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

    def address(self, at: NewAddress) -> NewAddress:
        """The address as it is written down, with the areas it lies in."""
        data = self.cleaned_data
        return NewAddress(
            postcode=at.postcode,
            street=data["street"],
            ward_code=at.ward_code,
            lsoa_code=at.lsoa_code,
            deprivation_decile=at.deprivation_decile,
            deprivation_edition=at.deprivation_edition,
            is_temporary=data["is_temporary"],
            from_on=data["from_on"],
        )


class CrisisForm(Asking):
    """The troubles a family is in today; one that is no longer ticked ends today."""

    crises = forms.MultipleChoiceField(
        label=_("What is the family going through?"),
        help_text=_("This is never shown on a parent’s page, where somebody else may read it."),
        choices=[(each.value, words) for each, words in CRISES.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def kinds(self) -> frozenset[Crisis]:
        """The troubles that were ticked."""
        return frozenset(Crisis(each) for each in self.cleaned_data["crises"])
