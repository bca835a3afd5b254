"""Raising a concern and seeing it through; setting out alone; what to mind before a visit."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import clock, ids
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui import formats
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.safeguarding.rules.concerns import About, ClosingReason, ConcernState
from kith.safeguarding.rules.safety import Precaution, SafetyReason
from kith.safeguarding.wording.safety import ABOUT, CLOSING_REASONS, PRECAUTIONS, SAFETY_REASONS, safety_refusal
from kith.tasks.forms import owner_choices

BACK_IN = (30, 60, 90, 120, 180, 240)
USUAL_REVIEW = timedelta(days=90)


class _Refusable(forms.Form):
    def refuse(self, refusal: Refusal) -> None:
        """Show beside its question what cannot be."""
        field, words = safety_refusal(refusal)
        self.add_error(field if field in self.fields else None, words)


class ConcernForm(_Refusable):
    """Who it is about, what was seen or heard, and whether anyone is in danger now."""

    request_key = forms.UUIDField(widget=forms.HiddenInput, initial=ids.new_uuid)
    danger = forms.ChoiceField(
        label=_("Is anybody in danger now?"),
        choices=[("yes", _("Yes")), ("no", _("No, or not that I know"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether anybody is in danger now")},
    )
    about = forms.MultipleChoiceField(
        label=_("About whom are you concerned?"),
        choices=[(each.value, words) for each, words in ABOUT.items()],
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
    def chosen(self) -> frozenset[About]:
        """Who it is about."""
        return frozenset(About(each) for each in self.cleaned_data["about"])


class ConcernStepForm(_Refusable):
    """The state a concern comes to; closing asks why."""

    to = forms.ChoiceField(choices=[(each.value, each.value) for each in ConcernState], widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label=_("Why is it closed?"),
        choices=[(each.value, words) for each, words in CLOSING_REASONS.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    note = forms.CharField(label=_("What was done"), max_length=5000, required=False, widget=forms.Textarea)

    @property
    def closing_reason(self) -> ClosingReason | None:
        """Why it is closed, where it is."""
        data = self.cleaned_data
        return ClosingReason(data["reason"]) if data["reason"] and data["to"] == ConcernState.CLOSED else None


class SetOutForm(_Refusable):
    """Where to, back when, and who is alerted."""

    request_key = forms.UUIDField(widget=forms.HiddenInput, initial=ids.new_uuid)
    where = forms.CharField(
        label=_("Where do you go?"),
        help_text=_("So that somebody can find you: street and number, or whom you see."),
        max_length=200,
        error_messages={"required": _("Write where you go")},
    )
    back = forms.ChoiceField(
        label=_("When will you be back?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose when you will be back")},
    )
    buddy = forms.ChoiceField(
        label=_("Who is alerted if you are not?"), error_messages={"required": _("Choose a colleague who works here")}
    )

    def __init__(self, data: Any, *, colleagues: Iterable[MembershipCard]) -> None:
        super().__init__(data)
        now = clock.now()
        times = [now + timedelta(minutes=minutes) for minutes in BACK_IN]
        # The choices are minutes from sending on, so that a form that lay open for a while is still right.
        choice_field(self, "back").choices = [
            (str(minutes), formats.time(at)) for minutes, at in zip(BACK_IN, times, strict=True)
        ]
        choice_field(self, "buddy").choices = owner_choices(colleagues, None)

    @property
    def back_at(self) -> datetime:
        """The time she expects to be back."""
        return clock.now() + timedelta(minutes=int(self.cleaned_data["back"]))

    @property
    def alerted(self) -> MembershipId:
        """Who is alerted."""
        return MembershipId(int(self.cleaned_data["buddy"]))


class PrecautionsForm(_Refusable):
    """What to mind, why, and when staff look again."""

    precautions = forms.MultipleChoiceField(
        label=_("What should a colleague mind?"),
        choices=[(each.value, words) for each, words in PRECAUTIONS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what to mind")},
    )
    reason = forms.ChoiceField(
        label=_("Because of"),
        choices=[(each.value, words) for each, words in SAFETY_REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )
    review_on = DatePartsField(label=_("To be looked at again by"), error_messages={"required": _("Enter a day")})

    def __init__(self, data: Any) -> None:
        super().__init__(data, initial={"review_on": clock.today() + USUAL_REVIEW})

    @property
    def chosen(self) -> frozenset[Precaution]:
        """What to mind."""
        return frozenset(Precaution(each) for each in self.cleaned_data["precautions"])

    @property
    def because(self) -> SafetyReason:
        """Why."""
        return SafetyReason(self.cleaned_data["reason"])
