"""Asking for an interpreter: what for, which language, how, when."""

import re
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.interpreting.rules.codes import GenderWish, Mode, What
from kith.interpreting.wording import GENDER_WISHES, MODES, WHATS
from kith.kernel import clock
from kith.kernel.languages import ENGLISH
from kith.places.wording import other_language_choices
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm

LENGTHS = (15, 20, 30, 45, 60, 90, 120)
_CLOCK = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$", re.IGNORECASE)


class ClockField(forms.Field):
    """A time of day as people write it: 14:30, 2.30pm, 9am."""

    def to_python(self, value: Any) -> time | None:
        """The time, or None where nothing was typed."""
        typed = str(value or "").strip()
        if not typed:
            return None
        try:
            return _read_clock(typed)
        except ValueError as error:
            raise forms.ValidationError(_("Enter a time like 14:30 or 2.30pm")) from error


class AskingForm(RefusableForm):
    """What is needed; who comes is the next step."""

    request_key = RequestKeyField()
    what = forms.TypedChoiceField(
        coerce=What,
        label=_("What is it for?"),
        choices=[(each.value, WHATS[each]) for each in (What.VISIT, What.CALL)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is for")},
    )
    language = forms.ChoiceField(
        label=_("Which language?"),
        choices=lambda: other_language_choices(gettext("Choose a language")),
        error_messages={"required": _("Choose a language")},
    )
    dialect = forms.CharField(
        label=_("Dialect"),
        help_text=_("Where it matters: Sylheti rather than Bengali, Moroccan rather than Levantine Arabic."),
        max_length=60,
        required=False,
    )
    gender = forms.TypedChoiceField(
        coerce=GenderWish,
        label=_("Would the parent or carer like a woman or a man?"),
        choices=[(each.value, words) for each, words in GENDER_WISHES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a woman, a man or no preference")},
    )
    mode = forms.TypedChoiceField(
        coerce=Mode,
        label=_("How?"),
        choices=[(each.value, words) for each, words in MODES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how")},
    )
    on = DatePartsField(label=_("Which day?"), error_messages={"required": _("Enter the day")})
    at = ClockField(
        label=_("What time?"),
        help_text=_("For example, 14:30 or 2.30pm"),
        error_messages={"required": _("Enter the time")},
    )
    minutes = forms.TypedChoiceField(
        label=_("How long would it take without an interpreter?"),
        coerce=int,
        choices=lambda: [(each, gettext("%(count)d minutes") % {"count": each}) for each in LENGTHS],
        initial=30,
        error_messages={"required": _("Choose a length"), "invalid_choice": _("Choose a length")},
    )
    is_doubled = forms.BooleanField(
        label=_("Book twice as long: everything is said twice"), required=False, initial=True
    )
    place = forms.CharField(
        label=_("Where do you meet?"),
        help_text=_("The interpreter reads this. A place or an address, and nothing about the family."),
        max_length=200,
        required=False,
        error_messages={"max_length": _("Please use 200 letters or fewer")},
    )

    def __init__(self, *args: Any, speaks: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = "" if speaks == ENGLISH.code else speaks

    def clean(self) -> dict[str, Any]:
        """Ask where the interpreter is to come in person."""
        data = super().clean() or self.cleaned_data
        if data.get("mode") == Mode.FACE_TO_FACE and not data.get("place"):
            self.add_error("place", _("Enter where the interpreter should come"))
        return data

    @property
    def answer(self) -> dict[str, Any]:
        """What is asked for, by the names of the action."""
        asked = dict(self.cleaned_data)
        starts_at = datetime.combine(asked.pop("on"), asked.pop("at"), clock.LONDON)
        return asked | {"starts_at": starts_at, "request_key": str(asked["request_key"])}


def _read_clock(typed: str) -> time:
    found = _CLOCK.match(typed)
    if found is None:
        raise ValueError(typed)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(typed)
    if not half and found[2] is None:
        raise ValueError(typed)
    return time(hour % 12 + 12 * (half == "pm") if half else hour, minute)
