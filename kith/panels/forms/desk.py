"""What people at work are asked: panels, what is paid, invitations, sessions."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel import clock
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.panels.forms.own import PoundsField
from kith.panels.rules.codes import LONGEST_WORDS, MemberId, MemberKind
from kith.panels.rules.joining import NewTerms, Person, expenses_of
from kith.panels.wording.codes import EXPENSE_KINDS, MEMBER_KINDS
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.reaching import MailField, PhoneField
from kith.platform.ui.refusals import RefusableForm

Choices = Iterable[tuple[str, str]]
_CHOOSE = {"required": _("Choose an answer")}
READ = [(each.code, each.own_name) for each in INTERFACE_LANGUAGES]


class PanelForm(RefusableForm):
    """A panel."""

    request_key = RequestKeyField()
    name = forms.CharField(label=_("Name of the panel"), max_length=120, error_messages={"required": _("Write a name")})
    about = forms.CharField(
        label=_("What is it for?"),
        help_text=_("The public reads this."),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what it is for")},
    )
    languages = forms.MultipleChoiceField(
        label=_("In which languages does it meet?"),
        choices=READ,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language")},
    )


class TermsForm(RefusableForm):
    """What is paid, in amounts and codes: it is read in every language."""

    session_pounds = PoundsField(
        label=_("Paid for each session, in pounds"), help_text=_("Write 0 where nothing is paid.")
    )
    expenses = forms.MultipleChoiceField(
        label=_("Which expenses are paid back?"),
        choices=[(each.value, words) for each, words in EXPENSE_KINDS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_in_advance = forms.BooleanField(
        label=_("Expenses can be paid before the session, so that nobody has to lay money out"), required=False
    )
    paid_within_days = forms.IntegerField(label=_("Paid within how many days?"), min_value=1, max_value=60)
    advice = forms.CharField(
        label=_("Who advises on benefits?"),
        help_text=_("A name and a phone number."),
        max_length=200,
        required=False,
    )

    @property
    def new(self) -> NewTerms:
        """The terms."""
        given = self.cleaned_data
        return NewTerms(
            int(given["session_pounds"] * 100),
            expenses_of(given["expenses"]),
            given["is_in_advance"],
            given["paid_within_days"],
            given["advice"].strip(),
        )


class InviteForm(RefusableForm):
    """Who is invited, and in which language."""

    request_key = RequestKeyField()
    name = forms.CharField(label=_("Name"), max_length=120, error_messages={"required": _("Write a name")})
    kind = forms.ChoiceField(
        label=_("As whom?"),
        choices=[(each.value, words) for each, words in MEMBER_KINDS.items()],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    language = forms.ChoiceField(
        label=_("Which language does she read?"), choices=[("", ""), *READ], error_messages=_CHOOSE
    )
    email = MailField()
    phone = PhoneField()

    @property
    def who(self) -> Person:
        """The person."""
        given = self.cleaned_data
        kind = MemberKind(given["kind"])
        return Person(given["name"], given["email"], given["phone"], given["language"], kind)


class SessionForm(RefusableForm):
    """When and where a panel meets, and what it is asked."""

    request_key = RequestKeyField()
    day = DatePartsField(label=_("Day"))
    begins = forms.TimeField(
        label=_("Begins at"),
        help_text=_("For example 10:00"),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"required": _("Enter a time"), "invalid": _("Enter a time, for example 10:00")},
    )
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("A room, or the address of a meeting online"),
        max_length=200,
        error_messages={"required": _("Write where the panel meets")},
    )
    asked = forms.CharField(
        label=_("What is the panel asked?"),
        help_text=_("The public reads this later. No names."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what the panel is asked")},
    )

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        given = self.cleaned_data
        starts_at = dt.datetime.combine(given["day"], given["begins"], clock.LONDON)
        return {"starts_at": starts_at, **{name: given[name] for name in ("place", "asked", "request_key")}}


class SaidForm(RefusableForm):
    """What the panel said."""

    said = forms.CharField(
        label=_("What did the panel say?"),
        help_text=_("In a few sentences, without names. The public reads it once you publish the session."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Write what the panel said")},
    )


class CameForm(RefusableForm):
    """Who came."""

    came = forms.MultipleChoiceField(label=_("Who came?"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any = None, *, members: Choices) -> None:
        super().__init__(data)
        choice_field(self, "came").choices = list(members)

    @property
    def member_ids(self) -> list[MemberId]:
        """The members."""
        return [MemberId(int(each)) for each in self.cleaned_data["came"]]
