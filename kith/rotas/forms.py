"""A day with children: for which person, when, where, and before a fourth one the word that the check is there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import MembershipId
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm
from kith.rotas.actions import NewDay
from kith.rotas.rules import RotaDayId

_CHOOSE = {"required": _("Choose a person"), "invalid_choice": _("Choose a person")}


class DayForm(RefusableForm):
    """One day; those who look after supporters choose a person, others note their own."""

    person = forms.ChoiceField(label=_("For which person?"), error_messages=_CHOOSE)
    on_day = DatePartsField(label=_("On which day?"), error_messages={"required": _("Enter a day")})
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("Another organisation counts too: write its name."),
        max_length=120,
        error_messages={"required": _("Write where")},
    )
    is_checked = forms.BooleanField(
        label=_("If it is a fourth day within 30: a check with the children’s barred list is in place"), required=False
    )

    def __init__(self, data: Any = None, *, people: list[tuple[str, str]] | None = None) -> None:
        super().__init__(data)
        if people is None:
            del self.fields["person"]
        else:
            choice_field(self, "person").choices = [("", ""), *people]

    @property
    def chosen(self) -> MembershipId:
        """The person."""
        return MembershipId(int(self.cleaned_data["person"]))

    @property
    def new(self) -> NewDay:
        """The day."""
        given = self.cleaned_data
        return NewDay(given["on_day"], given["place"], given["is_checked"])


class BackForm(RefusableForm):
    """Which day is not worked."""

    day = forms.IntegerField(min_value=1, max_value=2**63 - 1)

    @property
    def day_id(self) -> RotaDayId:
        """The day."""
        return RotaDayId(self.cleaned_data["day"])
