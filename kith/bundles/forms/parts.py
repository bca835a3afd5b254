"""Questions that pages of bundles ask several times."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Code = TypeVar("Code", bound=StrEnum)
NO_YES = [("yes", _("Yes")), ("no", _("No"))]


def one_of(codes: type[Code], said: Mapping[Code, Promise], label: Any, **more: Any) -> forms.TypedChoiceField:
    """A question with one answer of these codes."""
    choices = [(each.value, text) for each, text in said.items()]
    given = {"widget": forms.RadioSelect, "error_messages": {"required": _("Choose one")}, **more}
    return forms.TypedChoiceField(label=label, coerce=codes, choices=choices, **given)


def yes_or_no(label: Any) -> forms.TypedChoiceField:
    """A question that is answered yes or no."""
    required = {"required": _("Choose yes or no")}
    return forms.TypedChoiceField(
        label=label, coerce=_is_yes, choices=NO_YES, widget=forms.RadioSelect, error_messages=required
    )


def _is_yes(said: str) -> bool:
    return said == "yes"
