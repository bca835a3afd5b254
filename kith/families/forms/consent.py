"""Letting an organisation see one's record."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.rules import PURPOSES_THAT_OPEN_THE_RECORD, Purpose
from kith.families.wording import PURPOSES
from kith.kernel.ids import OrganisationId
from kith.organisations.queries import OrganisationCard


class ConsentForm(forms.Form):
    """Who, and what for."""

    organisation = forms.ChoiceField(
        label=_("Who may see your record?"), error_messages={"required": _("Choose an organisation")}
    )
    purpose = forms.ChoiceField(
        label=_("What for?"),
        choices=[(purpose.value, words) for purpose, words in PURPOSES.items() if purpose is not Purpose.REFERRAL],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they may use it for")},
    )

    def __init__(
        self, data: Any = None, *, organisations: Mapping[OrganisationId, OrganisationCard], **options: Any
    ) -> None:
        super().__init__(data, **options)
        choices = [("", _("Choose")), *((str(card.id), card.name) for card in organisations.values())]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField has choices

    @property
    def hints(self) -> dict[str, Any]:
        """What each purpose means for her record."""
        opens = _("They see your names, how to reach you, your baby and how feeding goes.")
        return {
            purpose.value: opens
            if purpose in PURPOSES_THAT_OPEN_THE_RECORD
            else _("They may write to you. Your record stays closed.")
            for purpose in Purpose
        }

    @property
    def organisation_id(self) -> OrganisationId:
        """The organisation chosen."""
        return OrganisationId(int(self.cleaned_data["organisation"]))

    @property
    def chosen_purpose(self) -> Purpose:
        """What it may use the record for."""
        return Purpose(self.cleaned_data["purpose"])
