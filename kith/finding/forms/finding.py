"""The one box in which a worker types what they know of a family."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.finding.rules.typed import LONGEST
from kith.platform.ui.refusals import RefusableForm

HINT = _("A name, a birthday, a phone number, a postcode, an NHS number or a card")


class FindForm(RefusableForm):
    """What is known, in any order."""

    what = forms.CharField(
        label=_("Find a family"),
        help_text=HINT,
        max_length=LONGEST,
        error_messages={"required": _("Type what you know: a name, a birthday, a phone number or a postcode")},
    )
