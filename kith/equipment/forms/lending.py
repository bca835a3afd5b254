"""Asking for a pump, handing it over, and taking it back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.equipment.actions.handing_over import HandOver
from kith.equipment.actions.requesting import Wish
from kith.equipment.forms.tags import CameraForm
from kith.equipment.rules.codes import (
    BY_HAND,
    AskedBy,
    Collection,
    Condition,
    Helped,
    Need,
    Talked,
    WhyEnded,
)
from kith.equipment.wording import codes as words
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm

NO_YES = [("yes", _("Yes")), ("no", _("No"))]


def _is_yes(said: str) -> bool:
    return said == "yes"


class RequestForm(CameraForm):
    """A worker asks for a family; with a tag the pump in the hand is handed over at once."""

    needs_tag = False

    request_key = RequestKeyField()
    needs = forms.TypedMultipleChoiceField(
        label=_("Why does the family need a pump?"),
        help_text=_("Everything that is true. The rule is public, and the same for all."),
        coerce=Need,
        choices=list(words.NEEDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    asked_by = forms.TypedChoiceField(
        label=_("Who asks?"),
        coerce=AskedBy,
        choices=list(words.ASKED_BY.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who asks")},
    )

    @property
    def wish(self) -> Wish:
        """What is asked for."""
        said = self.cleaned_data
        return Wish(said["needs"], said["asked_by"], said["request_key"], said["tag"])


class MyRequestForm(RefusableForm):
    """A parent asks: one question."""

    request_key = RequestKeyField()
    needs = forms.TypedMultipleChoiceField(
        label=_("What is true for you?"),
        help_text=_("Choose everything that is true. It decides nothing about how you feed your baby."),
        coerce=Need,
        choices=list(words.RULE.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @property
    def wish(self) -> Wish:
        """What is asked for."""
        return Wish(self.cleaned_data["needs"], AskedBy.PARENT, self.cleaned_data["request_key"])


class EndForm(RefusableForm):
    """Why a request ends without a pump."""

    why = forms.TypedChoiceField(
        label=_("Why does it end?"),
        coerce=WhyEnded,
        choices=[(each.value, words.ENDS[each]) for each in BY_HAND],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )


class BeginForm(CameraForm):
    """Which pump is handed over."""

    request_key = RequestKeyField()


class FinishForm(RefusableForm):
    """What was shown, said and agreed at the hand-over."""

    talked = forms.TypedChoiceField(
        label=_("How did you talk it through?"),
        coerce=Talked,
        choices=list(words.TALKED.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you talked")},
    )
    shown_how = forms.TypedChoiceField(
        label=_("Have you shown her how the pump is used, and how the kit is cleaned?"),
        coerce=_is_yes,
        choices=NO_YES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no")},
    )
    second_showing_on = DatePartsField(label=_("When do you show it once more?"), required=False)
    agrees_to_reminders = forms.TypedChoiceField(
        label=_("Does she agree to a reminder before the day?"),
        coerce=_is_yes,
        choices=NO_YES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no")},
    )

    @property
    def said(self) -> HandOver:
        """What was said, for the action."""
        return HandOver(**self.cleaned_data)


class ReturnForm(RefusableForm):
    """How a pump came back, and the one question to her."""

    condition = forms.TypedChoiceField(
        label=_("How did it come back?"),
        coerce=Condition,
        choices=list(words.CONDITIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it came back")},
    )
    helped = forms.TypedChoiceField(
        label=_("Ask her: did it help you reach your goal?"),
        coerce=Helped,
        choices=list(words.HELPED.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what she said")},
    )


class CollectionForm(RefusableForm):
    """How the pump comes back."""

    how = forms.TypedChoiceField(
        label=_("How does the pump come back?"),
        coerce=Collection,
        choices=list(words.COLLECTIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one")},
    )
    on = DatePartsField(label=_("On which day?"), required=False)
    who = forms.CharField(label=_("Who brings it?"), max_length=120, required=False)

    @property
    def answer(self) -> dict[str, Any]:
        """What was arranged, by the names of the action."""
        return dict(self.cleaned_data)


class MyCollectionForm(CollectionForm):
    """The same, as a parent is asked."""

    how = forms.TypedChoiceField(
        label=_("How would you like to give it back?"),
        coerce=Collection,
        choices=list(words.MY_COLLECTIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one")},
    )
