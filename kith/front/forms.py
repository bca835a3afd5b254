"""The form of a helpline: its words in every language of the interface."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.front.actions import HelplineChange
from kith.front.models import Way
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.reaching import telephone

SHORTEST_OWN_NUMBER = 6


class HelplineForm(forms.Form):
    """Number, words, source and review of one helpline."""

    number = forms.CharField(label=_("Number"), max_length=20, widget=forms.TextInput({"type": "tel"}))
    source = forms.CharField(label=_("Source"), max_length=200)
    source_url = forms.URLField(
        label=_("Link to the source"),
        max_length=300,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Enter a link that begins with https://")},
    )
    way = forms.ChoiceField(
        label=_("How is it reached?"),
        choices=[(Way.CALL.value, _("By calling")), (Way.TEXT.value, _("By a text message"))],
        widget=forms.RadioSelect,
        initial=Way.CALL.value,
    )
    is_automatic = forms.BooleanField(label=_("A machine answers, not a person"), required=False)
    owner = forms.CharField(label=_("Who looks after this entry"), max_length=120)
    review_on = DatePartsField(label=_("To be reviewed by"))
    confirmed_on = DatePartsField(
        label=_("Confirmed on"),
        help_text=_("The day somebody called the number or read it on the service’s own page."),
        required=False,
    )
    is_shown = forms.BooleanField(label=_("Show it on the public pages"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in INTERFACE_LANGUAGES:
            needed = language.code == "en"
            for name, label in (("purpose", _("What it is for")), ("hours", _("When it is answered"))):
                self.fields[f"{name}_{language.code}"] = forms.CharField(
                    label=f"{label} ({language.own_name})",
                    max_length=200,
                    required=needed and name == "purpose",
                    widget=forms.TextInput({"lang": language.code, "dir": language.direction}),
                )

    @classmethod
    def of(cls, helpline: dict[str, Any]) -> "HelplineForm":
        """The form filled with a helpline as it stands."""
        words = {
            f"{name}_{language.code}": helpline[name].get(language.code, "")
            for name in ("purpose", "hours")
            for language in INTERFACE_LANGUAGES
        }
        return cls(initial={**helpline, **words})

    def clean_number(self) -> str:
        """The number as it is stored; short national numbers such as 111 stay short."""
        typed = "".join(str(self.cleaned_data["number"]).split())
        if typed.isdigit() and len(typed) < SHORTEST_OWN_NUMBER:
            return typed
        return telephone(typed, otherwise=_("Enter a telephone number, like 0300 100 0212"))

    def clean_source_url(self) -> str:
        """Accept only links that cannot be changed on the way."""
        url: str = self.cleaned_data["source_url"]
        if url and not url.startswith("https://"):
            raise forms.ValidationError(_("Enter a link that begins with https://"))
        return url

    def change(self) -> HelplineChange:
        """What the action needs."""
        data = self.cleaned_data
        return HelplineChange(
            number=data["number"],
            purpose=self._words("purpose"),
            hours=self._words("hours"),
            source=data["source"],
            owner=data["owner"],
            review_on=data["review_on"],
            confirmed_on=data["confirmed_on"],
            is_shown=data["is_shown"],
            way=data["way"],
            is_automatic=data["is_automatic"],
            source_url=data["source_url"],
        )

    def _words(self, name: str) -> dict[str, str]:
        given = {language.code: self.cleaned_data[f"{name}_{language.code}"] for language in INTERFACE_LANGUAGES}
        return {code: text for code, text in given.items() if text}
