"""The same questions at the desk, asked aloud of a person who rings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.groups.forms.booking import ASKED_ONCE, BookingForm, new_request_key
from kith.kernel.languages import INTERFACE_LANGUAGES


class DeskBookingForm(BookingForm):
    """As the public one, with the language in which the person is written to."""

    field_order = ("request_key", "name", "contact", "reads", *ASKED_ONCE, "baby_on", "consent", "may_wait")

    reads = forms.ChoiceField(
        label=_("In which language shall we write to them?"),
        choices=[(each.code, each.own_name) for each in INTERFACE_LANGUAGES],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("reads", self.language)
        # Nothing of the desk is kept ready, so the key stands in the form itself.
        self.fields["request_key"].initial = new_request_key(self.session_id)

    def clean(self) -> dict[str, Any]:
        """What is sent goes in the language that was chosen."""
        data = super().clean()
        self.language = data.get("reads") or self.language
        return data
