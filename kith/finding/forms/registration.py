"""A worker writes a family down, with its consent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import OneOf, PhoneField
from kith.families.forms.needs import ANSWERS
from kith.families.queries.homes import home_at
from kith.families.rules.codes import InterpreterNeed
from kith.families.rules.entries import NewBaby, NewConsent, NewFamily, NewParent, NewPregnancy
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.places.fields import PostcodeField
from kith.places.wording import language_choices
from kith.platform.ui.choices import Chooser
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm

# A language of some hundred: those that many here speak come first, and a part of its name finds it.
_LANGUAGE: dict[str, Any] = {
    "help_text": _("Type the first letters"),
    "choices": language_choices,
    "widget": Chooser,
    "error_messages": {"required": _("Choose a language"), "invalid_choice": _("Choose one of those offered")},
}


class RegistrationForm(RefusableForm):
    """Who she is, how to talk with her, the baby, and that she agreed."""

    given_name = forms.CharField(
        label=_("First name"), max_length=100, error_messages={"required": _("Enter a first name")}
    )
    family_name = forms.CharField(label=_("Family name"), max_length=100, required=False)
    phone = PhoneField(label=_("Mobile number"), max_length=30, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    speaks = forms.ChoiceField(label=_("Language spoken best"), **_LANGUAGE)
    reads = forms.ChoiceField(label=_("Language read best"), **_LANGUAGE)
    interpreter_need = OneOf(
        {**ANSWERS, InterpreterNeed.NOT_ASKED: _("I have not asked")},
        label=_("Is an interpreter needed?"),
        initial=InterpreterNeed.NOT_ASKED,
    )
    baby_on = DatePartsField(label=_("When was the baby born, or when is it due?"), required=False)
    postcode = PostcodeField()
    agreed = forms.BooleanField(
        label=_("The parent or carer agrees that my organisation sees this record, to care for the family"),
        error_messages={"required": _("Without agreement nobody may open a record, so none can be begun")},
    )
    is_another = forms.BooleanField(label=_("I have looked: this is another family"), required=False)
    with_interpreter = forms.BooleanField(label=_("An interpreter explained what that means"), required=False)

    @property
    def is_new_for_sure(self) -> bool:
        """Whether the worker has compared the family with the records that look like it."""
        return bool(self.cleaned_data["is_another"])

    def family(self, *, agreed_with: OrganisationId) -> NewFamily:
        """The family as it is written down, with its consent to the organisation of the worker who asks."""
        data = self.cleaned_data
        names = ("given_name", "family_name", "phone", "email", "speaks", "reads", "interpreter_need")
        day, is_born = data["baby_on"], bool(data["baby_on"]) and data["baby_on"] <= clock.today()
        by = InterpretedBy.INTERPRETER if data["with_interpreter"] else InterpretedBy.NOBODY
        return NewFamily(
            parents=(NewParent(**{name: data[name] for name in names}),),
            pregnancies=(NewPregnancy(due_on=day),) if day and not is_born else (),
            babies=(NewBaby(born_on=day),) if is_born else (),
            addresses=(home_at(data["postcode"]),) if data["postcode"] else (),
            consents=(NewConsent(agreed_with, language=data["speaks"], how=HowSaid.IN_PERSON, interpreted_by=by),),
        )
