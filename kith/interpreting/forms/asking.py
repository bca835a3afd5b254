"""Asking for an interpreter: what for, which language, how, when."""

import re
from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.interpreting.rules.codes import GenderWish, Mode, What
from kith.interpreting.wording import GENDER_WISHES, MODES, REFUSED_FIELDS, WHATS, refusal_words
from kith.kernel import clock
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.places.wording import language_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField

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


class AskingForm(forms.Form):
    """What is needed; who comes is the next step."""

    request_key = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput)
    what = forms.ChoiceField(
        label=_("What is it for?"),
        choices=[(each.value, WHATS[each]) for each in (What.VISIT, What.CALL)],
        initial=What.VISIT.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is for")},
    )
    language = forms.ChoiceField(label=_("Which language?"), error_messages={"required": _("Choose a language")})
    dialect = forms.CharField(
        label=_("Dialect"),
        help_text=_("Where it matters: Sylheti rather than Bengali, Moroccan rather than Levantine Arabic."),
        max_length=60,
        required=False,
    )
    gender = forms.ChoiceField(
        label=_("Would the parent or carer like a woman or a man?"),
        choices=[(each.value, words) for each, words in GENDER_WISHES.items()],
        initial=GenderWish.ANY.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a woman, a man or no preference")},
    )
    mode = forms.ChoiceField(
        label=_("How?"),
        choices=[(each.value, words) for each, words in MODES.items()],
        initial=Mode.FACE_TO_FACE.value,
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
        choices=[(each, _("%(count)d minutes") % {"count": each}) for each in (15, 20, 30, 45, 60, 90, 120)],
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
        spoken = [each for each in language_choices() if each[0] != ENGLISH.code]
        choice_field(self, "language").choices = [("", _("Choose a language")), *spoken]
        self.fields["language"].initial = "" if speaks == ENGLISH.code else speaks
        choice_field(self, "minutes").choices = [
            (each, _("%(count)d minutes") % {"count": each}) for each in (15, 20, 30, 45, 60, 90, 120)
        ]
        self.fields["request_key"].initial = uuid4().hex

    def clean(self) -> dict[str, Any]:
        """Ask where the interpreter is to come in person."""
        data = super().clean() or self.cleaned_data
        if data.get("mode") == Mode.FACE_TO_FACE and not data.get("place"):
            self.add_error("place", _("Enter where the interpreter should come"))
        return data

    def asked(self) -> dict[str, Any]:
        """What ``request_interpreter`` takes."""
        data = self.cleaned_data
        day: date = data["on"]
        return {
            "starts_at": datetime.combine(day, data["at"], clock.LONDON),
            "minutes": data["minutes"],
            "language": data["language"],
            "dialect": data["dialect"],
            "mode": Mode(data["mode"]),
            "what": What(data["what"]),
            "gender": GenderWish(data["gender"]),
            "place": data["place"],
            "is_doubled": data["is_doubled"],
            "request_key": data["request_key"],
        }

    def refuse(self, refusal: Refusal) -> None:
        """Show beside its question why it cannot be."""
        self.add_error(REFUSED_FIELDS.get(refusal.code), refusal_words(refusal))


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
