"""Who stands on a record: parents and carers, and who else lives there."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import NhsNumberField, OneOf, PhoneField
from kith.families.rules.changes import ParentDetails
from kith.families.rules.codes import HouseholdRelation
from kith.families.rules.entries import NewHouseholdMember, NewParent
from kith.families.wording.record import HOUSEHOLD_RELATIONS, RELATIONS
from kith.kernel.ids import ParentId
from kith.places.fields import EthnicityField
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.undoing.editing import Asking

LARGEST_HOUSEHOLD = 6
GROWN_UP = {HouseholdRelation.PARTNER, HouseholdRelation.GRANDPARENT}


class ParentForm(Asking):
    """Who a parent or carer is and how to reach her."""

    drawn: ClassVar[Mapping[str, Mapping[str, Any]]] = {
        "phone": {"inputmode": "tel", "width": 20},
        "nhs_number": {"inputmode": "numeric", "width": 20},
    }

    given_name = forms.CharField(
        label=_("First name"), max_length=100, error_messages={"required": _("Enter a first name")}
    )
    family_name = forms.CharField(label=_("Family name"), max_length=100, required=False)
    relation = OneOf(RELATIONS, label=_("What are they to the baby?"))
    is_main = forms.BooleanField(
        label=_("The first person to speak to about this family"),
        help_text=_("The record carries this person’s name. There is one at a time."),
        required=False,
    )
    born_on = DatePartsField(label=_("Date of birth"), required=False)
    phone = PhoneField(label=_("Mobile number"), required=False)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": _("Enter an e-mail address like name@example.com")},
    )
    ethnicity = EthnicityField()
    nhs_number = NhsNumberField()

    def __init__(self, data: Any = None, *, known: ParentDetails | None = None) -> None:
        super().__init__(data, initial=vars(known) if known else {})
        self.known_born_on = known.born_on if known else None
        if self.known_born_on:
            del self.fields["born_on"]  # a day that stands is corrected with a reason, on a page of its own

    @property
    def answer(self) -> dict[str, Any]:
        """What is written down."""
        return {"details": ParentDetails(**{"born_on": self.known_born_on, **self.cleaned_data})}


class AnotherParentForm(ParentForm):
    """Another parent, who becomes known by the key of the form: sent twice, it writes one down."""

    request_key = RequestKeyField()

    @property
    def answer(self) -> dict[str, Any]:
        """What is written down."""
        data = dict(self.cleaned_data)
        return {"parent": NewParent(id=ParentId(data.pop("request_key")), **data)}


class HouseholdForm(Asking):
    """Who else lives with the family, up to six of them."""

    def __init__(self, data: Any = None, *, members: tuple[NewHouseholdMember, ...] = (), **options: Any) -> None:
        super().__init__(data, **options)
        for at in range(LARGEST_HOUSEHOLD):
            known = members[at] if at < len(members) else None
            number = {"number": at + 1}
            self.fields[f"relation_{at}"] = OneOf(
                HOUSEHOLD_RELATIONS,
                none=_("Nobody"),
                label=_("Person %(number)d") % number,
                initial=known.relation if known else "",
                widget=forms.Select,
            )
            self.fields[f"given_name_{at}"] = forms.CharField(
                label=_("First name of person %(number)d") % number,
                max_length=100,
                initial=known.given_name if known else "",
                required=False,
            )
            self.fields[f"is_under_five_{at}"] = forms.BooleanField(
                label=_("Person %(number)d is under five years old") % number,
                initial=known.is_under_five if known else False,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Require a relation for each person named, and refuse a partner or grandparent under five."""
        data = super().clean() or self.cleaned_data
        for at in range(LARGEST_HOUSEHOLD):
            said = data.get(f"given_name_{at}") or data.get(f"is_under_five_{at}")
            if said and not data.get(f"relation_{at}"):
                self.add_error(f"relation_{at}", _("Choose who person %(number)d is") % {"number": at + 1})
            elif data.get(f"is_under_five_{at}") and data.get(f"relation_{at}") in GROWN_UP:
                words = _("Person %(number)d cannot be under five") % {"number": at + 1}
                self.add_error(f"is_under_five_{at}", words)
        return data

    @property
    def answer(self) -> dict[str, Any]:
        """Every person who was entered."""
        rows = [
            [self.cleaned_data[f"{name}_{at}"] for name in ("relation", "given_name", "is_under_five")]
            for at in range(LARGEST_HOUSEHOLD)
        ]
        return {"members": tuple(NewHouseholdMember(*row) for row in rows if row[0])}
