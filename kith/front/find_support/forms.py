"""The search: everything is optional, and a link that has gone stale never errs."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.directory.rules import Need
from kith.directory.words import NEED_WORDS
from kith.front.find_support.choosing import Visit, Wish
from kith.groups.rules import DayWish
from kith.groups.words import DAY_WORDS
from kith.places.wording import language_choices

LONGEST = 80
DEFAULTS = (DayWish.ANY, Visit.EITHER)


class SearchForm(forms.Form):
    """Where, what for, in which language, when, and in person or not."""

    near = forms.CharField(
        label=_("Postcode or place"),
        help_text=_("For example MK9 3EJ, MK6 or Bletchley."),
        required=False,
        widget=forms.TextInput({"autocomplete": "postal-code", "spellcheck": "false"}),
    )
    need = forms.ChoiceField(
        label=_("What do you need?"), required=False, choices=[("", _("Anything")), *((n, NEED_WORDS[n]) for n in Need)]
    )
    words = forms.CharField(
        label=_("Or in your own words"), help_text=_("In your own language, if you like."), required=False
    )
    language = forms.ChoiceField(
        label=_("Language spoken there"),
        required=False,
        choices=lambda: [("", _("Any language")), *language_choices()],
    )
    day = forms.ChoiceField(label=_("When?"), required=False, choices=list(DAY_WORDS.items()))
    visit = forms.ChoiceField(
        label=_("In person or online?"),
        required=False,
        choices=[
            (Visit.EITHER, _("Either")),
            (Visit.IN_PERSON, _("In person")),
            (Visit.ONLINE, _("Online or by phone")),
        ],
    )

    def __init__(self, query: Mapping[str, str]) -> None:
        super().__init__({name: _kept(field, query.get(name, "")) for name, field in self.base_fields.items()})
        self.full_clean()

    @property
    def wish(self) -> Wish:
        """The wishes besides the need."""
        data = self.cleaned_data
        return Wish(
            day=DayWish(data["day"] or DayWish.ANY),
            language=data["language"],
            visit=Visit(data["visit"] or Visit.EITHER),
        )

    @property
    def need_code(self) -> Need | None:
        """The need chosen from the list."""
        return Need(self.cleaned_data["need"]) if self.cleaned_data["need"] else None

    @property
    def uses_more(self) -> bool:
        """Whether any of the answers further down is given, so that they are shown."""
        return bool(self.cleaned_data["words"]) or bool(self.wish.held)

    def link(self, **changes: str) -> str:
        """The address of this search with some answers changed; empty answers are left out."""
        kept = {**self.cleaned_data, **changes}
        return "?" + urlencode({name: value for name, value in kept.items() if value and value not in DEFAULTS})


def _kept(field: forms.Field, typed: str) -> str:
    """What was typed, cut to a sensible length; for a list, only what is on it."""
    typed = typed.replace("\x00", "").strip()[:LONGEST]
    if isinstance(field, forms.ChoiceField):
        return typed if field.valid_value(typed) else ""
    return typed
