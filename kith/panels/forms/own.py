"""What a parent or carer is asked, one question a page."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.panels.rules.codes import ExpenseKind, MemberKind, Naming, PanelId, Paying, TotalOf
from kith.panels.rules.joining import Needs, Person
from kith.panels.rules.money import NewExpense
from kith.panels.wording.codes import ANSWERS, EXPENSE_KINDS, MEMBER_KINDS, NAMINGS, PAYING, TOTALS
from kith.places.wording import other_language_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.reaching import MailField, PhoneField
from kith.platform.ui.refusals import RefusableForm

_CHOOSE = {"required": _("Choose an answer")}


class PoundsField(forms.DecimalField):
    """An amount in pounds and pence."""

    def __init__(self, **options: Any) -> None:
        words = {
            "required": _("Enter an amount, like 4.50"),
            "invalid": _("Enter an amount, like 4.50"),
            "max_decimal_places": _("Enter an amount, like 4.50"),
        }
        widget = forms.TextInput({"inputmode": "decimal"})
        super().__init__(**{"max_digits": 7, "decimal_places": 2, "error_messages": words, "widget": widget, **options})

    def to_python(self, value: Any) -> Any:
        """The amount; a sign before it and a comma are understood."""
        typed = value.replace("£", "").replace(",", ".").strip() if isinstance(value, str) else value
        return super().to_python(typed)


class WishForm(RefusableForm):
    """Who would like to take part, and how she is reached."""

    request_key = RequestKeyField()
    panel = forms.ChoiceField(label=_("Which panel?"), widget=forms.RadioSelect, error_messages=_CHOOSE)
    kind = forms.ChoiceField(
        label=_("As whom would you take part?"),
        choices=[(each.value, words) for each, words in MEMBER_KINDS.items()],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    name = forms.CharField(
        label=_("What may we call you?"), max_length=120, error_messages={"required": _("Write a name")}
    )
    email = MailField(label=_("E-mail, if we may write to you"))
    phone = PhoneField(label=_("Phone, if we may write to you"))

    beside: ClassVar[Mapping[str, str]] = {"member_without_contact": "phone"}

    def __init__(self, data: Any = None, *, panels: list[tuple[str, str]]) -> None:
        super().__init__(data)
        choice_field(self, "panel").choices = panels

    @property
    def panel_id(self) -> PanelId:
        """The panel."""
        return PanelId(int(self.cleaned_data["panel"]))

    def who(self, language: str) -> Person:
        """The person, who is written to in the language of the page."""
        given = self.cleaned_data
        return Person(given["name"], given["email"], given["phone"], language, MemberKind(given["kind"]))


class AgreeForm(RefusableForm):
    """What she needs so as to take part, asked once."""

    terms = forms.IntegerField(widget=forms.HiddenInput)
    creche = forms.TypedChoiceField(
        label=_("How many children would come to the crèche?"),
        help_text=_("It is free, in the same building."),
        choices=[("0", _("None")), *((str(each), str(each)) for each in range(1, 6))],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    interpreter = forms.ChoiceField(
        label=_("Would you like an interpreter?"), help_text=_("An interpreter is free."), error_messages=_CHOOSE
    )
    paying = forms.ChoiceField(
        label=_("Would you like to be paid for sessions?"),
        help_text=_("Either answer is fine, and you may change it at any time. Money can change benefits."),
        choices=[(each.value, PAYING[each]) for each in (Paying.ACCEPTED, Paying.DECLINED, Paying.NOT_SAID)],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )

    def __init__(self, data: Any = None, *, terms: int, is_paid: bool) -> None:
        super().__init__(data, initial={"terms": terms})
        none = ("none", _("No, thank you"))
        choice_field(self, "interpreter").choices = [("", ""), none, *other_language_choices("")[1:]]
        if not is_paid:
            del self.fields["paying"]

    @property
    def needs(self) -> Needs:
        """What she said."""
        given = self.cleaned_data
        language = "" if given["interpreter"] == "none" else given["interpreter"]
        return Needs(given["creche"], language, Paying(given.get("paying", Paying.NOT_SAID)))


class CountMeForm(RefusableForm):
    """Three questions, each of which can be left out: counted, and kept of no member."""

    sex = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    age = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    ethnicity = forms.ChoiceField(required=False, widget=forms.RadioSelect)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for of in TotalOf:
            field = choice_field(self, of.value)
            field.label = str(TOTALS[of])
            field.help_text = _("You can leave this out. It is counted, and kept of nobody.")
            field.choices = [(str(each), words) for each, words in ANSWERS[of].items()]

    @property
    def answers(self) -> dict[TotalOf, str]:
        """What was answered."""
        return {of: self.cleaned_data[of.value] for of in TotalOf}


class ExpenseForm(RefusableForm):
    """What was spent, how much and when."""

    request_key = RequestKeyField()
    kind = forms.ChoiceField(label=_("What for?"), widget=forms.RadioSelect, error_messages=_CHOOSE)
    pounds = PoundsField(label=_("How much, in pounds?"), help_text=_("For example 4.50"))
    spent_on = DatePartsField(label=_("On which day?"))

    def __init__(self, data: Any = None, *, kinds: tuple[ExpenseKind, ...]) -> None:
        super().__init__(data)
        choice_field(self, "kind").choices = [(each.value, EXPENSE_KINDS[each]) for each in kinds]

    @property
    def new(self) -> NewExpense:
        """The expense."""
        given = self.cleaned_data
        return NewExpense(ExpenseKind(given["kind"]), int(given["pounds"] * 100), given["spent_on"])


class CreditForm(RefusableForm):
    """How she wishes to be shown."""

    naming = forms.ChoiceField(
        label=_("How may we show that you helped?"),
        choices=[(each.value, NAMINGS[each]) for each in (Naming.NAMED, Naming.UNNAMED, Naming.WITHDRAWN)],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    named_as = forms.CharField(
        label=_("By which name?"),
        help_text=_("A first name is enough. Only where you chose to be shown by a name."),
        max_length=80,
        required=False,
    )
