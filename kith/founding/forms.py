"""Choosing another value for a setting."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from kith.founding.queries.settings import SettingPage
from kith.founding.wording import OPTIONS
from kith.kernel.choices import Kind, PlaceSetting
from kith.kernel.choices.reading import value_of
from kith.kernel.languages import interface_language
from kith.kernel.refusal import Refusal
from kith.places.actions.choosing import LONGEST_WHY
from kith.platform.ui.refusals import RefusableForm


class SettingForm(RefusableForm):
    """The value as its kind is chosen, and why."""

    why = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("It stays in the history, for those who come after you."),
        max_length=LONGEST_WHY,
        error_messages={"required": gettext_lazy("Say why")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Mapping[str, Any] | None, page: SettingPage) -> None:
        setting = page.line.setting
        super().__init__(data, initial={"value": _shown(setting, page.value), "seen": page.seen})
        self.fields["value"] = _field(setting)
        self.order_fields(["value", "why", "seen"])
        self.setting = setting

    def clean(self) -> dict[str, Any]:
        """Say what is wrong with the value beside what is missing, not one after the other."""
        data = super().clean() or {}
        if "value" in data:
            try:
                value_of(self.setting, data["value"])
            except Refusal as refusal:
                self.refuse(refusal)
        return data

    def see_again(self, page: SettingPage) -> None:
        """Let the next try go by what holds now."""
        self.data = {**self.data.dict(), "seen": str(page.seen)} if hasattr(self.data, "dict") else self.data


def _field(setting: PlaceSetting[Any]) -> forms.Field:
    label, is_needed = gettext(setting.label), setting.kind in (Kind.WHOLE, Kind.SHARE, Kind.TIMES)
    if setting.kind is Kind.SOME_OF:
        choices = [(code, interface_language(code).own_name) for code in setting.options]
        return forms.MultipleChoiceField(label=label, choices=choices, widget=forms.CheckboxSelectMultiple)
    if setting.kind in (Kind.ONE_OF, Kind.YES_NO):
        yes_no = [("yes", gettext("Yes")), ("no", gettext("No"))]
        options = [(code, OPTIONS.get(code, code)) for code in setting.options] or yes_no
        return forms.ChoiceField(label=label, choices=options, widget=forms.RadioSelect)
    return forms.CharField(label=label, required=is_needed, max_length=200)


def _shown(setting: PlaceSetting[Any], value: object) -> object:
    if setting.kind is Kind.YES_NO:
        return "yes" if value else "no"
    return list(value) if isinstance(value, tuple) else value
