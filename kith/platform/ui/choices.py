"""The fields of a form whose choices are only known when it is shown."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms


def choice_field(form: forms.BaseForm, name: str) -> forms.ChoiceField:
    """The form's field of this name, whose ``choices`` may be set; TypeError where it offers none."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{type(form).__name__}.{name} offers no choices")
    return field


def offered(form: forms.BaseForm, name: str) -> list[tuple[Any, Any]]:
    """What the field offers at present, as values and words."""
    return list(cast("Iterable[tuple[Any, Any]]", choice_field(form, name).choices))
