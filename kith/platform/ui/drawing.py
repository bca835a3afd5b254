"""A Django form field taken apart for the `field` component: what to draw, under which id, with which value."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from kith.platform.ui.choices import Chooser
from kith.platform.ui.fields import DateParts


@dataclass(frozen=True)
class Option:
    """One choice of a list, radio group or checkbox group."""

    id: str
    value: str
    label: str
    selected: bool


@dataclass(frozen=True)
class OptionGroup:
    """Choices under one heading; the heading is empty where the list has none."""

    label: str
    options: tuple[Option, ...]


def kind(field: BoundField) -> str:
    """How the field is drawn: date, chooser, radios, checkboxes, checkbox, select, textarea, hidden or input."""
    widget = field.field.widget
    for name, widgets in _KINDS:
        if isinstance(widget, widgets):
            return name
    return "hidden" if widget.is_hidden else "input"


# The order matters: Django's checkbox list is a kind of radio list, its radio list a kind of list.
_KINDS: tuple[tuple[str, type[forms.Widget]], ...] = (
    ("date", DateParts),
    ("chooser", Chooser),
    ("checkboxes", forms.CheckboxSelectMultiple),
    ("radios", forms.RadioSelect),
    ("checkbox", forms.CheckboxInput),
    ("select", forms.Select),
    ("textarea", forms.Textarea),
)


def target(field: BoundField) -> str:
    """The id of the element that an error message leads to: the first box of a group."""
    first = {"radios": "_0", "checkboxes": "_0", "date": "_day"}
    return field.auto_id + first.get(kind(field), "")


def described_by(field: BoundField, *, has_hint: bool) -> str | None:
    """The ids of the hint and the error that a screen reader reads with the field."""
    ids = ([f"{field.auto_id}-hint"] if has_hint else []) + ([f"{field.auto_id}-error"] if field.errors else [])
    return " ".join(ids) or None


def value(field: BoundField) -> Any:
    """What stands in the box, as text for the page."""
    widget = field.field.widget
    if isinstance(widget, forms.PasswordInput):
        return None  # never sent back to the page
    return widget.format_value(field.value())


def is_checked(field: BoundField) -> bool:
    """Whether a single checkbox is ticked."""
    widget = field.field.widget
    return isinstance(widget, forms.CheckboxInput) and bool(widget.check_test(field.value()))


def option_groups(field: BoundField) -> list[OptionGroup]:
    """The choices of a list, with their headings."""
    widget = field.field.widget
    chosen = widget.format_value(field.value())
    groups = widget.optgroups(field.html_name, chosen, {"id": field.auto_id})
    return [OptionGroup(str(label or ""), tuple(_options(options))) for label, options, _ in groups]


def options(field: BoundField) -> list[Option]:
    """The choices of radios and checkboxes, in order."""
    return [option for group in option_groups(field) for option in group.options]


def _options(described: list[dict[str, Any]]) -> Iterator[Option]:
    for option in described:
        yield Option(
            id=option["attrs"].get("id", ""),
            value=str(option["value"]),
            label=str(option["label"]),
            selected=bool(option["selected"]),
        )


def date_parts(field: BoundField) -> dict[str, str]:
    """Day, month and year as they were typed."""
    widget = field.field.widget
    return widget.parts(field.value()) if isinstance(widget, DateParts) else {}


def input_attributes(field: BoundField) -> dict[str, Any]:
    """Type and typing aids of a one-line box, from its widget; digits are asked for without a spinner."""
    widget = field.field.widget
    attributes = {name: text for name, text in widget.attrs.items() if name not in {"id", "name", "class"}}
    input_type = attributes.pop("type", getattr(widget, "input_type", "text"))
    if input_type == "number":
        decimal = isinstance(field.field, forms.DecimalField | forms.FloatField)
        return {"type": "text", "inputmode": "decimal" if decimal else "numeric", **attributes}
    if input_type == "email":
        return {"type": "email", "spellcheck": "false", "autocapitalize": "none", **attributes}
    longest = getattr(field.field, "max_length", None)
    return {"type": input_type, **({"maxlength": longest} if longest else {}), **attributes}
