"""What a family says when it is asked whether an organisation may use its record."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.actions.consenting import Said
from kith.families.forms.asking import OneOf
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import HowSaid
from kith.families.wording.records import PURPOSES
from kith.families.wording.trust import HOW_SAID, INTERPRETED_BY
from kith.kernel.ids import OrganisationId
from kith.organisations.queries.people import OrganisationCard
from kith.places.wording import language_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm
from kith.undoing.editing import Asking

Organisations = Mapping[OrganisationId, OrganisationCard]
HOW = (HowSaid.IN_PERSON, HowSaid.CALL, HowSaid.WRITING)


class PurposeForm(forms.Form):
    """What the record would be used for; the words she is asked with follow from it."""

    purpose = OneOf(PURPOSES, label=_("What for?"), error_messages={"required": _("Choose what they may use it for")})


class ConsentForm(RefusableForm):
    """Who may, until when, and yes or no: her own page asks her."""

    organisation = forms.ChoiceField(
        label=_("Who may do this?"), error_messages={"required": _("Choose an organisation")}
    )
    until = DatePartsField(
        label=_("Until when?"),
        required=False,
        help_text=_("Leave this empty if it may go on until you change your mind."),
    )

    def __init__(self, data: Any = None, *, organisations: Organisations, **options: Any) -> None:
        super().__init__(data, **options)
        choices = [("", _("Choose")), *((str(card.id), card.name) for card in organisations.values())]
        choice_field(self, "organisation").choices = choices

    @property
    def organisation_id(self) -> OrganisationId:
        """The organisation chosen."""
        return OrganisationId(int(self.cleaned_data["organisation"]))


class AnswerForm(Asking):
    """A parent's answer to a worker: about which organisations, yes or no, until when, how, and in which language."""

    organisations = forms.MultipleChoiceField(
        label=_("Whom did you ask her about?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one organisation")},
    )
    agrees = forms.ChoiceField(
        label=_("What did she say?"),
        choices=[("yes", _("Yes, they may")), ("no", _("No, they may not"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no")},
    )
    until = DatePartsField(
        label=_("Until when?"), required=False, help_text=_("Leave this empty if she set no last day.")
    )
    how = OneOf(
        {how: HOW_SAID[how] for how in HOW},
        label=_("How did she say it?"),
        error_messages={"required": _("Choose how she said it")},
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=language_choices)
    interpreted_by = OneOf(
        INTERPRETED_BY,
        label=_("Who interpreted?"),
        error_messages={"required": _("Choose who interpreted, or nobody")},
    )
    interpreter_booking = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, organisations: Organisations, **options: Any) -> None:
        super().__init__(data, **options)
        choices = [(str(card.id), card.name) for card in organisations.values()]
        choice_field(self, "organisations").choices = choices

    @property
    def answer(self) -> dict[str, Any]:
        """What she said, and how; a no has no last day."""
        data, agrees = self.cleaned_data, self.cleaned_data["agrees"] == "yes"
        return {
            "organisation_ids": [OrganisationId(int(each)) for each in data["organisations"]],
            "said": Said(data["language"], data["how"], data["interpreted_by"], data["interpreter_booking"]),
            "agrees": agrees,
            "until": data["until"] if agrees else None,
        }


def purpose_of(text: str | None) -> Purpose | None:
    """The purpose of this code, or None where none has been chosen."""
    return Purpose(text) if text in list(Purpose) else None
