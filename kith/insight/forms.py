"""What is said of a quarter as it is released."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kith.insight.actions import Said
from kith.platform.ui.marketing import TextField
from kith.platform.ui.refusals import RefusableForm

LONGEST = 600


class ReleaseForm(RefusableForm):
    """Which edition, what was looked at, and the words that readers are told; a correction says why."""

    beside: ClassVar = {"against_the_code": "note"}
    edition = forms.IntegerField(min_value=1, max_value=1000, widget=forms.HiddenInput)
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    note = TextField(
        label=_("What should readers know about these numbers?"),
        is_long=True,
        max_length=LONGEST,
        error_messages={"required": _("Write what readers should know")},
    )
    reason = TextField(
        label=_("Why is the last release corrected?"),
        is_long=True,
        max_length=LONGEST,
        error_messages={"required": _("Write why the last release is corrected")},
    )

    def __init__(self, *args: Any, is_correction: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_correction:
            del self.fields["reason"]

    @property
    def answer(self) -> dict[str, Any]:
        """What was entered, by the names of the action."""
        data = self.cleaned_data
        said = Said(data["note"], get_language() or "en", data.get("reason", ""))
        return {"edition": data["edition"], "seen": data["seen"], "said": said}
