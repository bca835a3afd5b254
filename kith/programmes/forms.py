"""Founding an outreach programme, naming its workers, and enrolling a family."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.caseloads.wording.leading import leading_refusal
from kith.kernel.ids import MembershipId, ProgrammeId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import MembershipCard
from kith.places.codes.ethnicity import CATEGORIES
from kith.places.wording import ETHNICITIES, language_choices
from kith.platform.ui.choices import choice_field
from kith.programmes.rules.programmes import Communities

TIMES = (("before", _("Before the birth")), ("after", _("After the birth")))


class ProgrammeForm(forms.Form):
    """Its name and who it is for."""

    name = forms.CharField(
        label=_("Name of the programme"), max_length=120, error_messages={"required": _("Enter a name")}
    )
    times = forms.MultipleChoiceField(
        label=_("When does it stand beside families?"),
        choices=TIMES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose before the birth, after it, or both")},
    )
    ethnicities = forms.MultipleChoiceField(
        label=_("Communities by ethnic category"), required=False, widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=_("Communities by language"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"times": ["before", "after"]})
        codes = [(each.code, ETHNICITIES[each.code]) for each in CATEGORIES if each.census_group]
        choice_field(self, "ethnicities").choices = codes
        spoken = [(code, name) for code, name in language_choices() if code != "en"]
        choice_field(self, "languages").choices = spoken

    @property
    def communities(self) -> Communities:
        """Who it is for."""
        data = self.cleaned_data
        return Communities(tuple(data["ethnicities"]), tuple(data["languages"]))

    def refuse(self, refusal: Refusal) -> None:
        """Show beside its question what cannot be."""
        self.add_error("name" if refusal.code == "programme_without_name" else "ethnicities", leading_refusal(refusal))


class WorkersForm(forms.Form):
    """Who works in the programme."""

    workers = forms.MultipleChoiceField(
        label=_("Who works in it?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, *, people: Iterable[MembershipCard], current: Iterable[MembershipId]) -> None:
        super().__init__(data, initial={"workers": [str(each) for each in current]})
        choices = [(str(card.id), f"{card.name}, {card.role_name}") for card in people]
        choice_field(self, "workers").choices = choices

    @property
    def people(self) -> list[MembershipId]:
        """The people chosen."""
        return [MembershipId(int(each)) for each in self.cleaned_data["workers"]]

    def refuse(self, refusal: Refusal) -> None:
        """Show why these people cannot be chosen."""
        self.add_error("workers", leading_refusal(refusal))


class EnrolmentForm(forms.Form):
    """Which programme, and that the family agreed to it, in which language."""

    programme = forms.ChoiceField(
        label=_("Which programme?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a programme")},
    )
    language = forms.ChoiceField(label=_("In which language did she agree?"), choices=language_choices)
    agreed = forms.BooleanField(
        label=_("She knows what the programme is, and agreed"),
        error_messages={"required": _("Without her word nobody is enrolled. Basic help does not depend on it.")},
    )

    def __init__(self, data: Any, *, programmes: Mapping[ProgrammeId, str], language: str) -> None:
        super().__init__(data, initial={"language": language})
        choices = [(str(key), name) for key, name in programmes.items()]
        choice_field(self, "programme").choices = choices

    @property
    def programme_id(self) -> ProgrammeId:
        """The programme chosen."""
        return ProgrammeId(int(self.cleaned_data["programme"]))

    def refuse(self, refusal: Refusal) -> None:
        """Show beside the programme why the family cannot be enrolled."""
        self.add_error("programme", leading_refusal(refusal))
