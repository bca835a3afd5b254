"""Fields of our own: a date in three boxes, which every phone and screen reader handles well; a form's request key."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import ids

PARTS = ("day", "month", "year")


class DateParts(forms.Widget):
    """Three boxes named `<name>_day`, `<name>_month` and `<name>_year`; drawn by the `field` component."""

    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:  # noqa: ARG002
        """What was typed in each of the three boxes."""
        return {part: str(data.get(f"{name}_{part}") or "").strip() for part in PARTS}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:  # noqa: ARG002
        """Whether the form came without any of the three boxes."""
        return not any(f"{name}_{part}" in data for part in PARTS)

    def parts(self, value: Any) -> dict[str, str]:
        """The three texts to show again, from a date or from what was typed."""
        if isinstance(value, dt.date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        return value if isinstance(value, dict) else dict.fromkeys(PARTS, "")


class DatePartsField(forms.Field):
    """A date from three boxes; says in words which part is missing or that there is no such day."""

    widget = DateParts
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Enter a date"),
        "incomplete": _("The date must include a day, a month and a year"),
        "invalid": _("Enter a real date, for example 27 3 2026"),
    }

    def to_python(self, value: Any) -> dt.date | None:
        """The date, or None where all three boxes are empty."""
        if isinstance(value, dt.date):
            return value
        if not value or not any(value.values()):
            return None
        if not all(value.values()):
            raise forms.ValidationError(self.error_messages["incomplete"], code="incomplete")
        try:
            return dt.date(int(value["year"]), int(value["month"]), int(value["day"]))
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another date stands in the boxes than before."""
        try:
            return bool(self.to_python(data) != initial)
        except forms.ValidationError:
            return True


class RequestKeyField(forms.UUIDField):
    """The hidden name of one form as it was drawn, so that sending it twice is the same as once."""

    widget = forms.HiddenInput

    def __init__(self, *, required: bool = True) -> None:
        super().__init__(initial=_new_key, required=required)


def _new_key() -> UUID:
    return ids.new_uuid()
