"""The search: everything is optional, and a link that has gone stale never errs."""

from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kith.directory.rules.codes import BabyAge, Feature
from kith.directory.rules.needs import Need
from kith.directory.words import AGE_WORDS, FEATURE_WORDS, NEED_WORDS
from kith.front.find_support.choosing import Letting, Visit, Wish
from kith.places.wording import language_choices
from kith.whats_on.rules.codes import DayWish, PartOfDay
from kith.whats_on.words import DAY_WORDS, PART_WORDS

LONGEST = 80
SHOWN, MORE, MOST = 10, 10, 50
DEFAULTS: tuple[object, ...] = (DayWish.ANY, Visit.EITHER)


class SearchForm(forms.Form):
    """Where, what for, in which language, when, how one gets in, for what, and in person or not."""

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
    day = forms.ChoiceField(label=_("Which day?"), required=False, choices=list(DAY_WORDS.items()))
    time = forms.ChoiceField(
        label=_("At what time of day?"), required=False, choices=[("", _("Any time")), *PART_WORDS.items()]
    )
    age = forms.ChoiceField(
        label=_("How old is your baby?"), required=False, choices=[("", _("Any age")), *AGE_WORDS.items()]
    )
    visit = forms.ChoiceField(
        label=_("In person or online?"),
        required=False,
        choices=[
            (Visit.EITHER, _("Either")),
            (Visit.IN_PERSON, _("In person")),
            (Visit.ONLINE, _("Online or by phone")),
        ],
    )
    free = forms.BooleanField(label=_("Only what is free"), required=False)
    access = forms.MultipleChoiceField(
        label=_("What must the place have?"),
        required=False,
        choices=list(FEATURE_WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    show = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, query: QueryDict) -> None:
        super().__init__({name: _kept(field, query.getlist(name)) for name, field in self.base_fields.items()})
        self.full_clean()

    @property
    def wish(self) -> Wish:
        """Everything she would like, wherever she is."""
        data = self.cleaned_data
        return Wish(
            need=Need(data["need"]) if data["need"] else None,
            words=data["words"],
            day=DayWish(data["day"] or DayWish.ANY),
            part=PartOfDay(data["time"]) if data["time"] else None,
            language=data["language"],
            visit=Visit(data["visit"] or Visit.EITHER),
            features=tuple(Feature(each) for each in data["access"]),
            is_free=data["free"],
            age=BabyAge(data["age"]) if data["age"] else None,
        )

    @property
    def most(self) -> int:
        """How many results are shown."""
        return min(max(self.cleaned_data.get("show") or SHOWN, SHOWN), MOST)

    @property
    def uses_more(self) -> bool:
        """Whether any of the answers further down is given, so that they are shown."""
        held = set(self.wish.held) - {Letting.NEED}
        return bool(self.cleaned_data["words"]) or bool(held)

    def link(self, address: str = "", **changes: object) -> str:
        """The address of this search with some answers changed; empty answers are left out."""
        said = {**self.cleaned_data, **changes}
        kept = {
            name: "yes" if value is True else value for name, value in said.items() if value and value not in DEFAULTS
        }
        return address + "?" + urlencode(kept, doseq=True)


def _kept(field: forms.Field, typed: list[str]) -> object:
    """What was typed, cut to a sensible length; for a list, only what is on it."""
    texts = [text.replace("\x00", "").strip()[:LONGEST] for text in typed]
    if isinstance(field, forms.MultipleChoiceField):
        return [text for text in dict.fromkeys(texts) if field.valid_value(text)]
    text = texts[-1] if texts else ""
    if isinstance(field, forms.ChoiceField):
        return text if field.valid_value(text) else ""
    return text if not isinstance(field, forms.IntegerField) or text.isdecimal() else ""
