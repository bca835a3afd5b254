"""A worker writes a family down, with its consent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.rules.codes import InterpreterNeed
from kith.families.rules.entries import NewAddress, NewBaby, NewConsent, NewFamily, NewParent, NewPregnancy
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.families.wording.records import REFUSED_FIELDS, refusal_words
from kith.kernel import clock, postcode
from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal
from kith.places.wording import language_choices
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.reaching import telephone


class RegistrationForm(forms.Form):
    """Who she is, how to talk with her, the baby, and that she agreed."""

    given_name = forms.CharField(
        label=_("First name"), max_length=100, error_messages={"required": _("Enter a first name")}
    )
    family_name = forms.CharField(label=_("Family name"), max_length=100, required=False)
    phone = forms.CharField(label=_("Mobile number"), max_length=30, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    speaks = forms.ChoiceField(label=_("Language spoken best"), choices=language_choices, initial="en")
    reads = forms.ChoiceField(label=_("Language read best"), choices=language_choices, initial="en")
    interpreter_need = forms.ChoiceField(
        label=_("Is an interpreter needed?"),
        choices=[
            (InterpreterNeed.YES.value, _("Yes")),
            (InterpreterNeed.NO.value, _("No")),
            (InterpreterNeed.NOT_ASKED.value, _("I have not asked")),
        ],
        initial=InterpreterNeed.NOT_ASKED.value,
        widget=forms.RadioSelect,
    )
    baby_on = DatePartsField(label=_("When was the baby born, or when is it due?"), required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    agreed = forms.BooleanField(
        label=_("The parent or carer agrees that my organisation sees this record, to care for the family"),
        error_messages={"required": _("Without agreement nobody may open a record, so none can be begun")},
    )
    is_another = forms.BooleanField(label=_("I have looked: this is another family"), required=False)
    with_interpreter = forms.BooleanField(label=_("An interpreter explained what that means"), required=False)

    def clean_phone(self) -> str:
        """The number in international form."""
        typed = str(self.cleaned_data["phone"]).strip()
        return telephone(typed, otherwise=_("Enter a mobile number like 07700 900123")) if typed else ""

    def clean_postcode(self) -> str:
        """The postcode in its usual spelling."""
        typed = str(self.cleaned_data["postcode"]).strip()
        try:
            return postcode.parse(typed).text if typed else ""
        except ValueError as error:
            raise forms.ValidationError(_("Enter a postcode like MK9 3EJ, or its first half")) from error

    def family(self, *, agreed_with: OrganisationId, address: NewAddress | None) -> NewFamily:
        """The family as it is written down, with its consent to the organisation of the worker who asks."""
        data = self.cleaned_data
        day = data["baby_on"]
        parent = {name: data[name] for name in ("given_name", "family_name", "phone", "email", "speaks", "reads")}
        by = InterpretedBy.INTERPRETER if data["with_interpreter"] else InterpretedBy.NOBODY
        consent = NewConsent(agreed_with, language=data["speaks"], how=HowSaid.IN_PERSON, interpreted_by=by)
        return NewFamily(
            parents=(NewParent(**parent, interpreter_need=InterpreterNeed(data["interpreter_need"])),),
            pregnancies=(NewPregnancy(due_on=day),) if day and day > clock.today() else (),
            babies=(NewBaby(born_on=day),) if day and day <= clock.today() else (),
            addresses=(address,) if address else (),
            consents=(consent,),
        )

    def refuse(self, refusal: Refusal) -> None:
        """Show beside its question what cannot be."""
        self.add_error(REFUSED_FIELDS.get(refusal.code), refusal_words(refusal))

    @property
    def is_new_for_sure(self) -> bool:
        """Whether the worker has compared the family with the records that look like it."""
        return bool(self.cleaned_data["is_another"])

    @property
    def typed_postcode(self) -> str:
        """The postcode, once the form is valid."""
        found: Any = self.cleaned_data["postcode"]
        return str(found)
