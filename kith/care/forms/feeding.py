"""Asking how a baby is fed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.care.rules import Feeding
from kith.care.wording import FEEDING, refusal_words
from kith.kernel.refusal import Refusal
from kith.platform.ui.fields import DatePartsField


class FeedingForm(forms.Form):
    """One question and the day it was asked, today unless said otherwise."""

    status = forms.ChoiceField(
        choices=[(status.value, meaning.name) for status, meaning in FEEDING.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the baby is fed")},
    )
    asked_on = DatePartsField(
        label=_("When did you ask?"), error_messages={"required": _("Enter the day on which you asked")}
    )

    @property
    def hints(self) -> dict[str, Any]:
        """What counts as each answer."""
        return {status.value: meaning.definition for status, meaning in FEEDING.items()}

    @property
    def feeding(self) -> Feeding:
        """The answer chosen."""
        return Feeding(self.cleaned_data["status"])

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused beside the day."""
        self.add_error("asked_on", refusal_words(refusal))
