"""Words that the WHO Code does not allow: refused, and what forms say of them."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.kernel.marketing import CodeFault, code_faults
from kith.kernel.refusal import Refusal
from kith.platform.ui.refusals import RefusalWords, Refused

CODE_FAULTS: Mapping[str, Promise] = {
    "brand": gettext_lazy("“%(found)s” is a brand"),
    "sponsor": gettext_lazy("“%(found)s” belongs to a maker"),
    "promise": gettext_lazy("“%(found)s” promotes a product"),
}


def code_words(faults: Iterable[CodeFault]) -> str:
    """Why a text is refused."""
    found = [str(CODE_FAULTS[each.kind]) % {"found": each.found} for each in faults]
    return _("The WHO Code does not allow this: %(found)s.") % {"found": "; ".join(found)}


def _refused(refusal: Refusal) -> str:
    return code_words(cast("list[CodeFault]", refusal.facts["found"]))


REFUSALS: RefusalWords = {"against_the_code": Refused(_refused, "text")}


def keep_to_the_code(*texts: str) -> None:
    """Go on only if the WHO Code allows these texts and the links in them."""
    if faults := code_faults(*texts):
        raise Refusal("against_the_code", found=faults)


def within_the_code(text: str) -> None:
    """Refuse a text or link that carries a brand, a maker or a promise; a validator for a form's field."""
    if faults := code_faults(text):
        raise ValidationError(code_words(faults), code="against_the_code")


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
