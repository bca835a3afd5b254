"""What the forms of listings share: words within the WHO Code, one form sent twice, and a refusal shown."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import ids
from kith.kernel.refusal import Refusal
from kith.platform.ui.marketing import code_words

REFUSALS = {
    "venue_there_already": ("name", _("Your organisation has a venue of this name already. Choose another name."))
}


class RefusableForm(forms.Form):
    """A form that shows a refusal beside the question it answers."""

    def refuse(self, refusal: Refusal) -> None:
        """Show why it cannot be."""
        if refusal.code == "against_the_code":
            found = refusal.facts["found"]
            self.add_error(None, code_words(found if isinstance(found, list) else []))
            return
        field, words = REFUSALS.get(refusal.code, (None, _("That did not work.")))
        self.add_error(field if field in self.fields else None, str(words))


class RequestKeyField(forms.UUIDField):
    """The hidden name of one form, so that sending it twice is the same as once."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(initial=new_key, required=False)


def new_key() -> UUID:
    """A key that no form has had."""
    return ids.new_uuid()
