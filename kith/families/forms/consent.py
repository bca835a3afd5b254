"""What a family says when it is asked whether an organisation may use its record."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.actions.consenting import Said
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.families.wording.records import PURPOSES, refusal_words
from kith.families.wording.trust import HOW_SAID, INTERPRETED_BY
from kith.kernel.ids import InterpreterBookingId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import OrganisationCard
from kith.places.wording import language_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField

Organisations = Mapping[OrganisationId, OrganisationCard]
REFUSED: Mapping[str, str] = {
    "until_has_passed": "until",
    "own_page_is_hers": "how",
    "booking_without_interpreter": "interpreted_by",
}


class PurposeForm(forms.Form):
    """What the record would be used for; the words she is asked with follow from it."""

    purpose = forms.ChoiceField(
        label=_("What for?"),
        choices=[(purpose.value, words) for purpose, words in PURPOSES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they may use it for")},
    )


class ConsentForm(forms.Form):
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

    def refuse(self, refusal: Refusal) -> None:
        """Show beside its question what cannot be."""
        self.add_error(REFUSED.get(refusal.code), refusal_words(refusal))


class AnswerForm(forms.Form):
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
    how = forms.ChoiceField(
        label=_("How did she say it?"),
        choices=[(how.value, HOW_SAID[how]) for how in (HowSaid.IN_PERSON, HowSaid.CALL, HowSaid.WRITING)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how she said it")},
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=language_choices)
    interpreted_by = forms.ChoiceField(
        label=_("Who interpreted?"),
        choices=[(by.value, words) for by, words in INTERPRETED_BY.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who interpreted, or nobody")},
    )
    interpreter_booking = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, organisations: Organisations, **options: Any) -> None:
        super().__init__(data, **options)
        choices = [(str(card.id), card.name) for card in organisations.values()]
        choice_field(self, "organisations").choices = choices

    @property
    def organisation_ids(self) -> list[OrganisationId]:
        """The organisations she was asked about."""
        return [OrganisationId(int(each)) for each in self.cleaned_data["organisations"]]

    @property
    def said(self) -> Said:
        """How she said it."""
        data = self.cleaned_data
        booking = data["interpreter_booking"]
        return Said(
            language=data["language"],
            how=HowSaid(data["how"]),
            interpreted_by=InterpretedBy(data["interpreted_by"]),
            interpreter_booking=InterpreterBookingId(booking) if booking else None,
        )

    @property
    def says_yes(self) -> bool:
        """Whether she agreed."""
        return bool(self.cleaned_data["agrees"] == "yes")

    def refuse(self, refusal: Refusal) -> None:
        """Show beside its question what cannot be."""
        self.add_error(REFUSED.get(refusal.code), refusal_words(refusal))


def purpose_of(text: str | None) -> Purpose | None:
    """The purpose of this code, or None where none has been chosen."""
    return Purpose(text) if text in list(Purpose) else None
