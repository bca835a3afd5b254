"""What a parent writes to the people beside the family."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.caseloads.actions.writing import LONGEST_LETTER
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.refusals import RefusableForm


class WriteForm(RefusableForm):
    """A few words, in any language."""

    request_key = RequestKeyField()
    words = forms.CharField(
        label=_("What do you want to say?"),
        help_text=_("In any language, up to 180 letters. For example: can we meet on another day?"),
        max_length=LONGEST_LETTER,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what you want to say")},
    )
