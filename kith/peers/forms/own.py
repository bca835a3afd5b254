"""What a person who would like to support others is asked, one question a page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.education.rules.communities import Community
from kith.education.wording.trainings import COMMUNITIES
from kith.peers.actions.interest import Application
from kith.peers.rules.codes import Gender, Lived, Times
from kith.peers.rules.matching import Offered
from kith.peers.rules.path import Contact
from kith.peers.wording.codes import GENDERS, LIVED, TIMES
from kith.places.queries import ward_names
from kith.places.wording import language_choices
from kith.platform.ui.choices import Chooser, choice_field
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.reaching import MailField, PhoneField
from kith.platform.ui.refusals import RefusableForm

NOT_SAID = ("", _("I would rather not say"))
_CHOOSE = {"required": _("Choose an answer"), "invalid_choice": _("Choose an answer")}
OF_COMMUNITY = [(each.value, COMMUNITIES[each]) for each in Community if each is not Community.UNKNOWN]


def ticked(label: Any, choices: list[tuple[str, Any]], *, hint: Any = "") -> forms.MultipleChoiceField:
    """Any of these, or none."""
    return forms.MultipleChoiceField(
        label=label, help_text=hint, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class InterestForm(RefusableForm):
    """Who would like to support others, and how they are reached."""

    request_key = RequestKeyField()
    name = forms.CharField(
        label=_("What may we call you?"), max_length=120, error_messages={"required": _("Write a name")}
    )
    email = MailField(label=_("E-mail, if we may write to you"))
    phone = PhoneField(label=_("Phone, if we may write to you"))

    def contact(self, language: str) -> Contact:
        """The person, who is written to in the language of the page."""
        given = self.cleaned_data
        return Contact(given["name"], given["email"], given["phone"], language)


class ApplyForm(RefusableForm):
    """What a person says of themselves, so that mothers can choose."""

    first_language = forms.ChoiceField(
        label=_("Which language do you speak best?"), widget=Chooser, error_messages=_CHOOSE
    )
    other_language = forms.ChoiceField(
        label=_("Which other language do you speak?"), widget=Chooser, required=False, error_messages=_CHOOSE
    )
    lived = ticked(_("What have you lived through?"), [(each.value, LIVED[each]) for each in Lived])
    times = ticked(_("When could you be there for a mother?"), [(each.value, TIMES[each]) for each in Times])
    gender = forms.ChoiceField(
        label=_("Are you a woman or a man?"),
        choices=[NOT_SAID, *((each.value, GENDERS[each]) for each in Gender)],
        widget=forms.RadioSelect,
        required=False,
    )
    community = forms.ChoiceField(
        label=_("Which community are you of?"),
        choices=[NOT_SAID, *OF_COMMUNITY],
        widget=forms.RadioSelect,
        required=False,
    )
    ward = forms.ChoiceField(label=_("Where do you live?"), widget=Chooser, required=False, error_messages=_CHOOSE)
    about = forms.CharField(
        label=_("One line about you, for mothers to read"), max_length=200, required=False, widget=forms.TextInput
    )
    why = forms.CharField(
        label=_("Why would you like to support other parents?"),
        help_text=_("In your own language. A few words are enough."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        languages = [("", ""), *language_choices()]
        choice_field(self, "first_language").choices = languages
        choice_field(self, "other_language").choices = languages
        choice_field(self, "ward").choices = [("", ""), *ward_names().items()]

    @property
    def said(self) -> Application:
        """The application."""
        given = self.cleaned_data
        return Application(offered_by(given), given["about"], given["why"])


def offered_by(given: dict[str, Any]) -> Offered:
    """What a supporter says of themselves, by the names of the questions."""
    return Offered(
        languages=tuple(each for each in (given["first_language"], given["other_language"]) if each),
        community=given["community"],
        ward=given["ward"],
        lived=tuple(Lived(each) for each in given["lived"]),
        times=tuple(Times(each) for each in given["times"]),
        gender=Gender(given["gender"]) if given["gender"] else None,
    )
