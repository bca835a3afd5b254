"""Writing an interpreter down, and the telephone line."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.interpreting.actions.listing import ListedInterpreter
from kith.interpreting.queries.interpreters import InterpreterCard
from kith.interpreting.rules.codes import Gender, Mode
from kith.interpreting.wording import GENDERS, MODES
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.places.wording import other_language_choices
from kith.platform.ui.reaching import telephone
from kith.platform.ui.refusals import RefusableForm

MOST_LANGUAGES = 4
ALIKE = ("name", "agency", "gender", "modes", "areas", "email", "phone", "reads")
"""What is kept as it is entered."""


class InterpreterForm(RefusableForm):
    """Who she is, what she speaks, how she works, what she asks for."""

    beside: ClassVar = {"signs_need_eyes": "modes"}

    name = forms.CharField(label=_("Name"), max_length=120, error_messages={"required": _("Enter a name")})
    agency = forms.CharField(
        label=_("Agency or organisation"),
        help_text=_("Leave this empty for somebody who works alone."),
        max_length=120,
        required=False,
    )
    gender = forms.TypedChoiceField(
        coerce=Gender,
        label=_("Gender"),
        choices=[(each.value, words) for each, words in GENDERS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a gender: families may ask for a woman or a man")},
    )
    modes = forms.TypedMultipleChoiceField(
        coerce=Mode,
        label=_("Ways of working"),
        choices=[(each.value, words) for each, words in MODES.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one way of working")},
    )
    areas = forms.CharField(
        label=_("Where to?"),
        help_text=_("Towns or parts of the town, for face to face."),
        max_length=200,
        required=False,
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Mobile number"), max_length=30, required=False)
    reads = forms.ChoiceField(
        label=_("Which language should we write in?"),
        choices=[(each.code, each.own_name) for each in INTERFACE_LANGUAGES],
        initial=ENGLISH.code,
    )
    pounds_per_hour = forms.DecimalField(
        label=_("Pounds an hour"),
        min_value=Decimal(0),
        max_value=Decimal(500),
        decimal_places=2,
        error_messages={"required": _("Enter what an hour costs, for example 32.50")},
    )
    travel_pounds = forms.DecimalField(
        label=_("Pounds for travel, each time"),
        min_value=Decimal(0),
        max_value=Decimal(500),
        decimal_places=2,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = other_language_choices(gettext("No language"))
        for number in range(1, MOST_LANGUAGES + 1):
            self.fields[f"language_{number}"] = forms.ChoiceField(
                label=_("Language %(number)d") % {"number": number}, choices=choices, required=False
            )
            self.fields[f"dialect_{number}"] = forms.CharField(
                label=_("Dialect %(number)d") % {"number": number}, max_length=60, required=False
            )

    @property
    def language_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """A language and its dialect, side by side."""
        return [(self[f"language_{n}"], self[f"dialect_{n}"]) for n in range(1, MOST_LANGUAGES + 1)]

    def clean_phone(self) -> str:
        """The number in international form."""
        typed = str(self.cleaned_data["phone"]).strip()
        return telephone(typed, otherwise=_("Enter a mobile number like 07700 900123")) if typed else ""

    def listed(self) -> ListedInterpreter:
        """The interpreter as she is written down."""
        data = self.cleaned_data
        alike = {name: data[name] for name in ALIKE}
        pairs = [(data[f"language_{n}"], data[f"dialect_{n}"]) for n in range(1, MOST_LANGUAGES + 1)]
        return ListedInterpreter(
            **alike,
            languages=tuple((code, dialect) for code, dialect in pairs if code),
            pence_per_hour=round(data["pounds_per_hour"] * 100),
            travel_pence=round((data["travel_pounds"] or 0) * 100),
        )


class LineForm(RefusableForm):
    """The number to ring where no interpreter is there."""

    phone = forms.CharField(
        label=_("Number to ring"), max_length=20, error_messages={"required": _("Enter the number to ring")}
    )
    access_code = forms.CharField(label=_("Access code"), max_length=40, required=False)


def typed_of(card: InterpreterCard) -> dict[str, Any]:
    """What stands in the form of an interpreter who is on the list."""
    said = {name: getattr(card, name) for name in ALIKE}
    for number, (code, dialect) in enumerate(card.languages[:MOST_LANGUAGES], start=1):
        said |= {f"language_{number}": code, f"dialect_{number}": dialect}
    return said | {
        "pounds_per_hour": Decimal(card.pence_per_hour) / 100,
        "travel_pounds": Decimal(card.travel_pence) / 100,
    }
