"""The form by which a clinician's check of the signs is noted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.library.actions.checking import Clinician
from kith.library.forms.parts import RefusableForm


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

    def clinician(self) -> Clinician:
        """Who has checked."""
        given = self.cleaned_data
        return Clinician(given["name"], given["profession"], given["registration"])
