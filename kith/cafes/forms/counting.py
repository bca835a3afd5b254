"""Counting at the door, and what was told there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.cafes.rules.codes import TurnId
from kith.cafes.rules.footfall import MOST_AT_ONCE
from kith.kernel.ids import FamilyId
from kith.places.wording import ETHNICITIES, language_choices
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.refusals import RefusableForm

NOT_TOLD = ("Z", "99")


def _community_choices() -> list[tuple[str, Any]]:
    """The communities of the national list, after the words for no answer."""
    return [("", _("She did not say")), *(each for each in ETHNICITIES.items() if each[0] not in NOT_TOLD)]


def _few(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST_AT_ONCE,
        required=False,
        error_messages={
            "invalid": _("Enter a number, for example 20"),
            "min_value": _("Enter 0 or more"),
            "max_value": _("Enter 20 or fewer, and count the others in another tap"),
        },
    )


class CountForm(RefusableForm):
    """How many came in together, by who they are."""

    request_key = RequestKeyField()
    adults = _few(_("Adults"))
    co_parents = _few(_("Co-parents or partners"))
    babies = _few(_("Babies"))
    siblings = _few(_("Brothers and sisters"))

    @property
    def answer(self) -> dict[str, Any]:
        """What was counted, by the names of the action."""
        return {name: each or 0 if name != "request_key" else each for name, each in self.cleaned_data.items()}


class TapForm(forms.Form):
    """Which tap is meant."""

    request_key = forms.UUIDField()


class ToldForm(RefusableForm):
    """What she chose to tell of herself; either may be left open."""

    language = forms.ChoiceField(
        label=_("Which language does she speak at home?"),
        required=False,
        choices=lambda: [("", _("She did not say")), *language_choices()],
    )
    community = forms.ChoiceField(
        label=_("Which community does she count herself to?"),
        required=False,
        choices=_community_choices,
    )

    @property
    def answer(self) -> dict[str, str]:
        """What she told, by the names of the action."""
        return dict(self.cleaned_data)


class WishForm(RefusableForm):
    """The family that was found, and that she wishes it to be noted."""

    family = forms.UUIDField(widget=forms.HiddenInput)
    turn = forms.IntegerField(required=False, widget=forms.HiddenInput)
    wished = forms.BooleanField(
        label=_("She wishes it to be noted on her record that she came"),
        error_messages={"required": _("Without her wish nothing is noted. She is just as welcome.")},
    )

    @property
    def answer(self) -> dict[str, Any]:
        """Which family, and whose turn, by the names of the action."""
        turn = self.cleaned_data["turn"]
        return {"family_id": FamilyId(self.cleaned_data["family"]), "turn_id": TurnId(turn) if turn else None}
