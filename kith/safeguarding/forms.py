"""Raising a concern and seeing it through; setting out alone; what to mind before a visit."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import clock
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui import formats
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm
from kith.safeguarding.rules.concerns import About, ClosingReason, ConcernState
from kith.safeguarding.rules.safety import Precaution, SafetyReason
from kith.safeguarding.wording.safety import ABOUT, CLOSING_REASONS, CONCERN_STATES, PRECAUTIONS, SAFETY_REASONS
from kith.tasks.forms import owner_choices

BACK_IN = (30, 60, 90, 120, 180, 240)
USUAL_REVIEW = timedelta(days=90)


class ConcernForm(RefusableForm):
    """Who it is about, what was seen or heard, and whether anyone is in danger now."""

    request_key = RequestKeyField()
    danger = forms.ChoiceField(
        label=_("Is anybody in danger now?"),
        choices=[("yes", _("Yes")), ("no", _("No, or not that I know"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether anybody is in danger now")},
    )
    about = forms.TypedMultipleChoiceField(
        label=_("About whom are you concerned?"),
        choices=ABOUT,
        coerce=About,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose about whom you are concerned")},
    )
    words = forms.CharField(
        label=_("What have you seen or heard?"),
        help_text=_("In your own words, and in theirs where you can: what, where, when, who was there."),
        max_length=5000,
        widget=forms.Textarea,
        error_messages={"required": _("Write what you saw or heard")},
    )

    @property
    def answer(self) -> dict[str, Any]:
        """The concern as it was written, by the names of the action."""
        data = dict(self.cleaned_data)
        is_danger_now = data.pop("danger") == "yes"
        return {**data, "about": frozenset(data["about"]), "is_danger_now": is_danger_now}


class ConcernStepForm(RefusableForm):
    """The state a concern comes to; closing asks why."""

    to = forms.TypedChoiceField(choices=CONCERN_STATES, coerce=ConcernState, widget=forms.HiddenInput)
    reason = forms.TypedChoiceField(
        label=_("Why is it closed?"),
        choices=CLOSING_REASONS,
        coerce=ClosingReason,
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    note = forms.CharField(label=_("What was done"), max_length=5000, required=False, widget=forms.Textarea)

    @property
    def answer(self) -> dict[str, Any]:
        """The state, why it is closed where it is, and the note, by the names of the action."""
        data = self.cleaned_data
        return data if data["to"] is ConcernState.CLOSED else {**data, "reason": None}


class SetOutForm(RefusableForm):
    """Where to, back when, and who is alerted."""

    request_key = RequestKeyField()
    where = forms.CharField(
        label=_("Where do you go?"),
        help_text=_("So that somebody can find you: street and number, or whom you see."),
        max_length=200,
        error_messages={"required": _("Write where you go")},
    )
    back = forms.TypedChoiceField(
        label=_("When will you be back?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose when you will be back")},
    )
    buddy = forms.TypedChoiceField(
        label=_("Who is alerted if you are not?"),
        coerce=int,
        error_messages={"required": _("Choose a colleague who works here")},
    )

    def __init__(self, data: Any, *, colleagues: Iterable[MembershipCard]) -> None:
        super().__init__(data)
        now = clock.now()
        # The choices are minutes from sending on, so that a form that lay open for a while is still right.
        choice_field(self, "back").choices = [(each, formats.time(now + timedelta(minutes=each))) for each in BACK_IN]
        choice_field(self, "buddy").choices = owner_choices(colleagues, None)

    @property
    def answer(self) -> dict[str, Any]:
        """The visit as it was entered, by the names of the action."""
        data = dict(self.cleaned_data)
        return {"back_at": clock.now() + timedelta(minutes=data.pop("back")), **data}


class PrecautionsForm(RefusableForm):
    """What to mind, why, and when staff look again."""

    precautions = forms.TypedMultipleChoiceField(
        label=_("What should a colleague mind?"),
        choices=PRECAUTIONS,
        coerce=Precaution,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what to mind")},
    )
    reason = forms.TypedChoiceField(
        label=_("Because of"),
        choices=SAFETY_REASONS,
        coerce=SafetyReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )
    review_on = DatePartsField(label=_("To be looked at again by"), error_messages={"required": _("Enter a day")})

    def __init__(self, data: Any) -> None:
        super().__init__(data, initial={"review_on": clock.today() + USUAL_REVIEW})

    @property
    def answer(self) -> dict[str, Any]:
        """The precautions as they were entered, by the names of the action."""
        return {**self.cleaned_data, "precautions": frozenset(self.cleaned_data["precautions"])}
