"""Sessions, training had elsewhere, competences, lists, counts."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.education.actions.competences import Observed
from kith.education.actions.recording import Attended
from kith.education.actions.sessions import NewSession
from kith.education.rules.codes import Found, TakenBack
from kith.education.rules.communities import MOST_PEOPLE, Community
from kith.education.wording.trainings import COMMUNITIES, FOUND, TAKEN_BACK, TRAININGS
from kith.imports.sent import SentFile
from kith.kernel.ids import MembershipId
from kith.kernel.training import Training
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm

WHICH = {"required": _("Choose a training"), "invalid_choice": _("Choose a training")}
_NUMBER = _("Enter a whole number, 0 where there is nobody")


def training_field() -> forms.ChoiceField:
    """Which training; nothing is chosen beforehand."""
    choices = [("", ""), *((training.value, words) for training, words in TRAININGS.items())]
    return forms.ChoiceField(label=_("Which training?"), choices=choices, error_messages=WHICH)


class PlanForm(RefusableForm):
    """A session of the place."""

    request_key = RequestKeyField()
    training = training_field()
    held_on = DatePartsField(label=_("Day"))
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("A room, with the time, or the address of a meeting online"),
        max_length=200,
        error_messages={"required": _("Write where it takes place")},
    )
    provider = forms.CharField(
        label=_("Who gives it?"), max_length=120, error_messages={"required": _("Write who gives it")}
    )

    @property
    def new(self) -> NewSession:
        """The session."""
        given = self.cleaned_data
        return NewSession(Training(given["training"]), given["held_on"], given["place"], given["provider"])


class NoteForm(RefusableForm):
    """Training that a person has had elsewhere."""

    training = training_field()
    on = DatePartsField(label=_("On which day did they attend?"))
    provider = forms.CharField(
        label=_("Who gave it?"), max_length=120, error_messages={"required": _("Write who gave it")}
    )

    def attended(self, membership_id: MembershipId) -> Attended:
        """What is noted of this person."""
        given = self.cleaned_data
        return Attended(membership_id, Training(given["training"]), given["on"], given["provider"])


class SignForm(RefusableForm):
    """What an assessor saw."""

    request_key = RequestKeyField()
    training = training_field()
    on = DatePartsField(label=_("On which day did you watch?"))
    found = forms.ChoiceField(
        label=_("What did you find?"),
        choices=[(found.value, words) for found, words in FOUND.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you found")},
    )
    note = forms.CharField(
        label=_("What is still to learn, or went well"),
        help_text=_("The person reads it. Nothing about a family."),
        max_length=500,
        required=False,
    )

    def observed(self, membership_id: MembershipId) -> Observed:
        """What was seen of this person."""
        given = self.cleaned_data
        return Observed(membership_id, Training(given["training"]), given["on"], Found(given["found"]), given["note"])


class TakeBackForm(RefusableForm):
    """Why a qualification counts no more."""

    why = forms.ChoiceField(
        label=_("Why?"),
        choices=[(why.value, words) for why, words in TAKEN_BACK.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )

    @property
    def reason(self) -> TakenBack:
        """The reason."""
        return TakenBack(self.cleaned_data["why"])


class ListForm(RefusableForm):
    """A file with a person and a training in each row."""

    beside: ClassVar = {"": "file"}

    file = forms.FileField(
        label=_("Training list"),
        help_text=_("A spreadsheet (.xlsx) or a CSV file, up to 2 megabytes."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
        error_messages={name: _("Choose a file") for name in ("required", "missing", "invalid", "empty")},
    )

    @property
    def sent(self) -> SentFile:
        """The file as it was sent."""
        file = self.cleaned_data["file"]
        return SentFile(file.name, file.read())


class CountForm(RefusableForm):
    """How many of one's organisation are of which community."""

    def __init__(self, data: Any = None, *, before: dict[Community, int]) -> None:
        super().__init__(data)
        for community, words in COMMUNITIES.items():
            self.fields[community.value] = forms.IntegerField(
                label=str(words),
                min_value=0,
                max_value=MOST_PEOPLE,
                initial=before.get(community),
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _NUMBER),
            )

    @property
    def people(self) -> dict[Community, int]:
        """The counts."""
        return {community: self.cleaned_data[community.value] for community in Community}
