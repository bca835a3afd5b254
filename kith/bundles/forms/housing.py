"""A notice as housing wrote it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.bundles.actions.housing import NewNotice
from kith.bundles.forms.parts import one_of
from kith.bundles.rules import codes as c
from kith.bundles.wording import codes as words
from kith.places.wording import language_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.reaching import PhoneField
from kith.platform.ui.refusals import RefusableForm


class NoticeForm(RefusableForm):
    """Who was placed where and when, and whose word that we are told housing has."""

    request_key = RequestKeyField()
    authority = forms.CharField(
        label=_("Which housing authority?"), max_length=120, error_messages={"required": _("Enter the authority")}
    )
    placed_on = DatePartsField(
        label=_("Since when is the family there?"), error_messages={"required": _("Enter the day")}
    )
    agreed_by = forms.CharField(
        label=_("Who agreed that we are told?"),
        help_text=_("The parent who said yes at housing."),
        max_length=120,
        error_messages={"required": _("Enter the name of the person who agreed")},
    )
    given_name = forms.CharField(
        label=_("First name"), max_length=60, error_messages={"required": _("Enter the first name")}
    )
    family_name = forms.CharField(
        label=_("Family name"), max_length=60, error_messages={"required": _("Enter the family name")}
    )
    phone = PhoneField(label=_("Mobile number"), required=True, error_messages={"required": _("Enter a mobile number")})
    language = forms.ChoiceField(
        label=_("Which language does the parent read?"), error_messages={"required": _("Choose the language")}
    )
    baby_born_on = DatePartsField(
        label=_("When was the youngest child born?"), error_messages={"required": _("Enter the day")}
    )
    street = forms.CharField(label=_("House and street"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)
    landlord = one_of(c.Landlord, words.LANDLORDS, _("Who lets it?"))
    place = one_of(c.SleepingPlace, words.PLACES, _("What kind of place is it?"))

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        choice_field(self, "language").choices = [("", _("Choose a language")), *language_choices()]

    @property
    def notice(self) -> NewNotice:
        """The notice."""
        return NewNotice(**{name: said for name, said in self.cleaned_data.items() if name != "request_key"})
