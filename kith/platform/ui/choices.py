"""The fields of a form whose choices are only known when it is shown."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms

from kith.kernel.choosing import chosen


def choice_field(form: forms.BaseForm, name: str) -> forms.ChoiceField:
    """The form's field of this name, whose ``choices`` may be set; TypeError where it offers none."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{type(form).__name__}.{name} offers no choices")
    return field


def offered(form: forms.BaseForm, name: str) -> list[tuple[Any, Any]]:
    """What the field offers at present, as values and words."""
    return list(cast("Iterable[tuple[Any, Any]]", choice_field(form, name).choices))


class Chooser(forms.TextInput):
    """A box to type in that offers what fits, for a field with many choices; the browser does it, without a script."""

    choices: Iterable[tuple[Any, Any]] = ()

    @property
    def offered(self) -> list[tuple[str, str]]:
        """Values and words, in the field's order: the reader's own first, where the field has them so."""
        return [(str(value), str(words)) for value, words in self.choices if value]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        """The value that is meant, or what was typed, which the field then refuses and shows again."""
        return chosen(str(super().value_from_datadict(data, files, name) or ""), self.offered)

    def format_value(self, value: Any) -> str:
        """The words of the value."""
        return dict(self.offered).get(str(value), str(value or ""))
