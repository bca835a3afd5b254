"""What people at work are asked about findings and expenses."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import MembershipId, OrganisationId, ServiceId
from kith.panels.rules.codes import LONGEST_WORDS
from kith.panels.rules.findings import NewPassing
from kith.panels.wording.codes import PASSED_ANSWERS
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm

Choices = Iterable[tuple[str, str]]
_CHOOSE = {"required": _("Choose an answer")}


class FindingForm(RefusableForm):
    """One thing that the panel found."""

    words = forms.CharField(
        label=_("One thing that the panel found"),
        max_length=500,
        error_messages={"required": _("Write what the panel found")},
    )


class PassForm(RefusableForm):
    """Where a finding is passed, and by when the answer is wished."""

    organisation = forms.ChoiceField(label=_("Which organisation?"), error_messages=_CHOOSE)
    service = forms.ChoiceField(label=_("Which of its services?"), required=False)
    answerer = forms.ChoiceField(
        label=_("Which person there is to answer?"),
        help_text=_("She is told. Without a person, you write the answer down yourself."),
        required=False,
    )
    due_on = DatePartsField(label=_("Answer by when?"))

    def __init__(self, data: Any = None, *, due_on: dt.date, **choices: Choices) -> None:
        super().__init__(data, initial={"due_on": due_on})
        for name, offered in choices.items():
            choice_field(self, name).choices = [("", ""), *offered]

    @property
    def new(self) -> NewPassing:
        """The passing."""
        given = self.cleaned_data
        return NewPassing(
            OrganisationId(int(given["organisation"])),
            ServiceId(int(given["service"])) if given["service"] else None,
            MembershipId(int(given["answerer"])) if given["answerer"] else None,
            given["due_on"],
        )


class AnswerForm(RefusableForm):
    """What the organisation answers."""

    answer = forms.ChoiceField(
        label=_("What becomes of it?"),
        choices=[(each.value, words) for each, words in PASSED_ANSWERS.items()],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    words = forms.CharField(
        label=_("The answer"),
        help_text=_("The panel and the public read it. No names."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write the answer in words")},
    )


class GiveFindingForm(RefusableForm):
    """Another person who is to answer."""

    answerer = forms.ChoiceField(label=_("Another person"), error_messages={"required": _("Choose one person")})

    def __init__(self, data: Any = None, *, people: Choices) -> None:
        super().__init__(data)
        choice_field(self, "answerer").choices = [("", ""), *people]


class RefuseForm(RefusableForm):
    """Why an expense is not paid."""

    why = forms.CharField(label=_("Why is it not paid?"), help_text=_("She reads it."), max_length=300, required=False)
