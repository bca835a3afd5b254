"""What the alliance says of its members, and of what they have agreed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import clock, phone
from kith.kernel.ids import OrganisationId
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.organisations.queries.alliance import MemberToDescribe
from kith.organisations.queries.people import organisation_cards
from kith.organisations.roles import SHARED_FOR
from kith.organisations.rules import SharedFor
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.marketing import TextField
from kith.platform.ui.reaching import MailField, PhoneField, WebsiteField
from kith.platform.ui.refusals import RefusableForm

LONGEST = 400
LONGEST_TEXT = 2000
FEWEST_PARTNERS = 2


class InEveryLanguage(RefusableForm):
    """A form with some texts in every language of the interface; English first, the others where they are written."""

    texts: tuple[tuple[str, Any], ...] = ()
    optional: tuple[str, ...] = ()
    long: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.texts:
            for language in INTERFACE_LANGUAGES:
                is_long = name in self.long
                field = TextField(
                    label=label, max_length=LONGEST_TEXT if is_long else LONGEST, required=False, is_long=is_long
                )
                if language == ENGLISH:
                    field.required = name not in self.optional
                    field.error_messages["required"] = str(_("Enter it in English"))
                else:
                    field.label = f"{label} ({language.own_name})"
                    field.widget.attrs.update({"lang": language.code, "dir": language.direction})
                self.fields[f"{name}_{language.code}"] = field

    def other_rows(self) -> list[forms.BoundField]:
        """The boxes of the other languages, one language after another."""
        others = [language.code for language in INTERFACE_LANGUAGES if language != ENGLISH]
        return [self[f"{name}_{code}"] for code in others for name, _label in self.texts]

    def said(self, name: str) -> dict[str, str]:
        """One of the texts in every language that was given."""
        given = {language.code: self.cleaned_data[f"{name}_{language.code}"] for language in INTERFACE_LANGUAGES}
        return {code: text for code, text in given.items() if text}


class MemberForm(InEveryLanguage):
    """What a member is there for, and how to reach it."""

    texts = (("aims", _("What is it there for?")), ("interest", _("Which interest does it declare?")))
    optional = ("interest",)
    from_on = DatePartsField(label=_("Member since (optional)"), required=False)
    phone = PhoneField(is_published=True)
    email = MailField()
    website = WebsiteField()

    @classmethod
    def of(cls, member: MemberToDescribe) -> "MemberForm":
        """The form with what stands now."""
        number = phone.spoken(member.phone) if member.phone.startswith("+") else member.phone
        texts = {f"aims_{code}": text for code, text in member.aims.items()}
        texts |= {f"interest_{code}": text for code, text in member.interest.items()}
        kept = {"email": member.email, "website": member.website, "from_on": member.from_on}
        return cls(initial={"phone": number, **kept, **texts})

    @property
    def answer(self) -> dict[str, Any]:
        """What was entered, by the names of the action."""
        data = self.cleaned_data
        texts = {name: self.said(name) for name in ("aims", "interest")}
        return {**texts, **{name: data[name] for name in ("website", "email", "phone", "from_on")}}


class EndOrganisationForm(RefusableForm):
    """With which day an organisation ends, and which one carries on."""

    until_on = DatePartsField(label=_("Its last day"))
    successor = forms.TypedChoiceField(
        label=_("Which organisation carries on? (optional)"),
        coerce=lambda given: OrganisationId(int(given)),
        empty_value=None,
        required=False,
    )

    def __init__(self, data: Any = None, *, others: Mapping[OrganisationId, str]) -> None:
        super().__init__(data)
        choice_field(self, "successor").choices = [("", ""), *others.items()]

    @property
    def answer(self) -> dict[str, Any]:
        """What was entered, by the names of the action."""
        return {"until_on": self.cleaned_data["until_on"], "successor_id": self.cleaned_data["successor"]}


class AgreementForm(InEveryLanguage):
    """What organisations have agreed to share, which of them, since when, and when they look at it again."""

    texts = (("title", _("Title")), ("summary", _("What is shared, and what for?")))
    between = forms.TypedMultipleChoiceField(
        label=_("Between whom?"),
        coerce=lambda given: OrganisationId(int(given)),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least two organisations")},
    )
    purposes = forms.TypedMultipleChoiceField(
        label=_("What may a record be opened for, once a family has agreed?"),
        coerce=SharedFor,
        choices=[(each.value, words) for each, words in SHARED_FOR.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one purpose")},
    )
    signed_on = DatePartsField(label=_("Signed on"))
    review_due_on = DatePartsField(label=_("To be reviewed by"))
    until_on = DatePartsField(
        label=_("Ends with (optional)"),
        help_text=_("After this day these organisations open no record for these purposes, unless another one holds."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "between").choices = [(card.id, card.name) for card in organisation_cards().values()]

    def clean(self) -> dict[str, Any]:
        """Refuse an agreement with oneself, one of days to come, and a review before it was signed."""
        data = super().clean() or {}
        signed_on, review_due_on = data.get("signed_on"), data.get("review_due_on")
        if "between" in data and len(data["between"]) < FEWEST_PARTNERS:
            self.add_error("between", _("Choose at least two organisations"))
        if signed_on and signed_on > clock.today():
            self.add_error("signed_on", _("Enter a day that has come"))
        if signed_on and review_due_on and review_due_on <= signed_on:
            self.add_error("review_due_on", _("Enter a day after the one on which it was signed"))
        return data

    @property
    def answer(self) -> dict[str, Any]:
        """What was entered, by the names of the action."""
        data = self.cleaned_data
        days = {name: data[name] for name in ("signed_on", "review_due_on", "until_on", "purposes")}
        return {"title": self.said("title"), "summary": self.said("summary"), "between": data["between"], **days}
