"""The form by which a clinician's check of the signs is noted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.library.actions.checking import Clinician
from kith.platform.ui.refusals import RefusableForm


class CheckSignsForm(RefusableForm):
    """Who has read every sign about one subject and stands by it."""

    name = forms.CharField(
        label=_("Name of the clinician"), max_length=120, error_messages={"required": _("Enter the name")}
    )
    profession = forms.CharField(
        label=_("Profession"),
        help_text=_("For example consultant neonatologist, or specialist health visitor."),
        max_length=120,
        error_messages={"required": _("Enter the profession")},
    )
    registration = forms.CharField(
        label=_("Registration number"),
        help_text=_("The number by which the GMC, the NMC or another register knows them."),
        max_length=60,
        error_messages={"required": _("Enter the registration number")},
    )
    mark = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    @property
    def answer(self) -> dict[str, Any]:
        """Who has checked which words, by the names of the action."""
        given = dict(self.cleaned_data)
        return {"mark": given.pop("mark"), "clinician": Clinician(**given)}
