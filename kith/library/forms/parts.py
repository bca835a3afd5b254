"""What the forms of the library's keepers share."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.library.wording import refusal_field, refusal_words

NAME_ERRORS = {"invalid": _("Use small letters, digits and hyphens only")}


class RefusableForm(forms.Form):
    """A form that shows a refusal beside the question it answers."""

    def refuse(self, refusal: Refusal) -> None:
        """Show why it cannot be."""
        field = refusal_field(refusal)
        self.add_error(field if field in self.fields else None, refusal_words(refusal))


def checker() -> forms.CharField:
    """The box for the name of the speaker who checked a translation."""
    return forms.CharField(
        label=_("Checked by"),
        help_text=_("The name of somebody who speaks this language and has read it. Readers see the name."),
        max_length=120,
        required=False,
    )
