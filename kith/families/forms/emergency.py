"""Opening one record in an emergency: exactly whose, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.actions.emergency import Identifiers
from kith.families.forms.asking import NhsNumberField, OneOf
from kith.families.rules.trust import LONGEST_REASON
from kith.families.wording.trust import EMERGENCY_REASONS
from kith.platform.ui.fields import DatePartsField
from kith.undoing.editing import Asking


class EmergencyForm(Asking):
    """Exact particulars of one family, a reason from the list, and the reason in words."""

    reason = OneOf(
        EMERGENCY_REASONS,
        label=_("Why must it be opened now?"),
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
    nhs_number = NhsNumberField(
        label=_("NHS number of the parent or the baby"),
        help_text="",
        max_length=14,
        error_messages={"invalid": _("Enter the ten digits of an NHS number")},
    )

    @property
    def answer(self) -> dict[str, Any]:
        """Why, and the particulars to find the record by."""
        data = dict(self.cleaned_data)
        return {"reason": data.pop("reason"), "words": data.pop("words"), "who": Identifiers(**data)}
