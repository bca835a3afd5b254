"""What the forms of the library's editors share."""

from django import forms
from django.utils.translation import gettext_lazy as _

NAME_ERRORS = {"invalid": _("Use small letters, digits and hyphens only")}


def checker() -> forms.CharField:
    """The box for the name of the speaker who checked a translation."""
    return forms.CharField(
        label=_("Checked by"),
        help_text=_("The name of somebody who speaks this language and has read it. Readers see the name."),
        max_length=120,
        required=False,
    )
