"""Founding an outreach programme, naming its workers, and enrolling a family."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import ProgrammeId
from kith.places.codes.ethnicity import CATEGORIES
from kith.places.wording import ETHNICITIES, language_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.refusals import RefusableForm
from kith.programmes.queries import ProgrammePage
from kith.programmes.rules.programmes import Communities
from kith.tasks.forms import owner_choices

TIMES = (("before", _("Before the birth")), ("after", _("After the birth")))


class ProgrammeForm(RefusableForm):
    """Its name and who it is for."""

    name = forms.CharField(
        label=_("Name of the programme"), max_length=120, error_messages={"required": _("Enter a name")}
    )
    times = forms.MultipleChoiceField(
        label=_("When does it stand beside families?"),
        choices=TIMES,
        initial=["before", "after"],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose before the birth, after it, or both")},
    )
    ethnicities = forms.MultipleChoiceField(
        label=_("Communities by ethnic category"),
        choices=[(each.code, ETHNICITIES[each.code]) for each in CATEGORIES if each.census_group],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=_("Communities by language"),
        choices=lambda: [(code, name) for code, name in language_choices() if code != "en"],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def answer(self) -> dict[str, Any]:
        """The programme as it was entered, by the names of the action."""
        data = self.cleaned_data
        return {
            "name": data["name"],
            "communities": Communities(tuple(data["ethnicities"]), tuple(data["languages"])),
            "before_birth": "before" in data["times"],
            "after_birth": "after" in data["times"],
        }


class WorkersForm(RefusableForm):
    """Who works in the programme."""

    workers = forms.TypedMultipleChoiceField(
        label=_("Who works in it?"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, page: ProgrammePage) -> None:
        super().__init__(data, initial={"workers": [card.id for card in page.card.workers]})
        choice_field(self, "workers").choices = owner_choices(page.colleagues, None)


class EnrolmentForm(RefusableForm):
    """Which programme, and that the family agreed to it, in which language."""

    programme = forms.TypedChoiceField(
        label=_("Which programme?"),
        coerce=int,
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
        choice_field(self, "programme").choices = programmes

    @property
    def answer(self) -> dict[str, Any]:
        """The enrolment as it was agreed, by the names of the action."""
        return {"programme_id": self.cleaned_data["programme"], "language": self.cleaned_data["language"]}
