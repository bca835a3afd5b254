"""Opening one record in an emergency: exactly whose, and why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.actions.emergency import Identifiers
from kith.families.rules.trust import LONGEST_REASON, EmergencyReason
from kith.families.wording.records import refusal_words
from kith.families.wording.trust import EMERGENCY_REASONS
from kith.kernel import nhs_number
from kith.kernel.refusal import Refusal
from kith.platform.ui.fields import DatePartsField

REFUSED = {"say_more": "words", "nothing_to_find_by": "name"}


class EmergencyForm(forms.Form):
    """Exact particulars of one family, a reason from the list, and the reason in words."""

    reason = forms.ChoiceField(
        label=_("Why must it be opened now?"),
        choices=[(reason.value, words) for reason, words in EMERGENCY_REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason")},
    )
    words = forms.CharField(
        label=_("What has happened?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea,
        help_text=_("A sentence or two. The family will read it."),
        error_messages={"required": _("Say in a few words what has happened")},
    )
    name = forms.CharField(label=_("Full name of the parent or carer"), max_length=200, required=False)
    born_on = DatePartsField(label=_("The baby’s day of birth"), required=False)
    nhs_number = forms.CharField(label=_("NHS number of the parent or the baby"), max_length=14, required=False)

    def clean_nhs_number(self) -> str:
        """The ten digits, checked."""
        typed = str(self.cleaned_data["nhs_number"]).strip()
        try:
            return nhs_number.parse(typed) if typed else ""
        except ValueError as error:
            raise forms.ValidationError(_("Enter the ten digits of an NHS number")) from error

    @property
    def who(self) -> Identifiers:
        """The particulars to find the record by."""
        data = self.cleaned_data
        return Identifiers(name=data["name"], born_on=data["born_on"], nhs_number=data["nhs_number"])

    @property
    def chosen_reason(self) -> EmergencyReason:
        """The reason from the list."""
        return EmergencyReason(self.cleaned_data["reason"])

    def refuse(self, refusal: Refusal) -> None:
        """Show why nothing was opened."""
        self.add_error(REFUSED.get(refusal.code), refusal_words(refusal))
