"""What forms say of words that the WHO Code does not allow."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.kernel.marketing import code_faults

CODE_FAULTS: Mapping[str, Promise] = {
    "brand": gettext_lazy("“%(found)s” is a brand"),
    "sponsor": gettext_lazy("“%(found)s” belongs to a maker"),
    "promise": gettext_lazy("“%(found)s” promotes a product"),
}


def code_words(faults: Iterable[tuple[str, str]]) -> str:
    """Why a text is refused, from the kind of each fault and what was written."""
    found = [str(CODE_FAULTS[kind]) % {"found": words} for kind, words in faults]
    return _("The WHO Code does not allow this: %(found)s.") % {"found": "; ".join(found)}


def within_the_code(text: str) -> None:
    """Refuse a text or link that carries a brand, a maker or a promise; a validator for a form's field."""
    if faults := code_faults(text):
        raise ValidationError(code_words((each.kind, each.found) for each in faults), code="against_the_code")


class TextField(forms.CharField):
    """Words that every visitor will read; without a brand, a maker or a promise."""

    def __init__(self, *, is_long: bool = False, **options: Any) -> None:
        if is_long:
            options["widget"] = forms.Textarea
        super().__init__(**options)
        self.validators.append(within_the_code)

    def to_python(self, value: Any) -> str:
        """The text with one sort of line end, whichever the browser sends."""
        return str(super().to_python(value) or "").replace("\r\n", "\n")
