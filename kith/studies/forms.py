"""The questions of a study, one a page; and what people at work are asked when they begin one or enter an interview."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.reaching import MailField, PhoneField
from kith.platform.ui.refusals import RefusableForm
from kith.studies.rules.asking import Said, reasons_of
from kith.studies.rules.codes import About, Used
from kith.studies.wording import ABOUT, ETHNIC_GROUPS, SAID, USED

_CHOOSE = {"required": _("Choose an answer")}
_READ = [(each.code, each.own_name) for each in INTERFACE_LANGUAGES]


class StudyForm(RefusableForm):
    """What keeps a person away, one question a page; no free words, so that nothing said here waits unread."""

    request_key = RequestKeyField()
    used = forms.ChoiceField(
        label=_("Have you used it?"),
        choices=[(each.value, words) for each, words in USED.items()],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    reasons = forms.MultipleChoiceField(
        label=_("What made it hard, or kept you away?"),
        help_text=_("Tick all that fit."),
        choices=[(each.value, words) for each, words in SAID.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    community = forms.ChoiceField(
        label=_("Your ethnic group, to be counted only"),
        help_text=_("You can leave this out. It is counted, and kept of nobody."),
        choices=[(str(each), words) for each, words in ETHNIC_GROUPS.items()],
        required=False,
        widget=forms.RadioSelect,
    )

    def said(self, language: str) -> Said:
        """What was said on a page in this language."""
        given = self.cleaned_data
        return Said(language, given["community"], Used(given["used"]), reasons_of(given["reasons"]))


class InterviewForm(StudyForm):
    """An interview, entered by the person who held it."""

    language = forms.ChoiceField(label=_("In which language was the interview?"), error_messages=_CHOOSE)
    words = forms.CharField(
        label=_("What was said"),
        help_text=_("In English, without names. People who gather what parents say read it."),
        max_length=3000,
        required=False,
        widget=forms.Textarea({"rows": 6}),
    )

    def __init__(self, data: Any = None, *, languages: list[tuple[str, str]]) -> None:
        super().__init__(data)
        choice_field(self, "language").choices = [("", ""), *languages]
        self.fields["used"].label = _("Has she used it?")
        self.fields["community"].label = _("Her ethnic group, to be counted only")


class StudyBeginForm(RefusableForm):
    """What is asked about, and how long."""

    request_key = RequestKeyField()
    title = forms.CharField(
        label=_("A title, for yourselves"), max_length=160, error_messages={"required": _("Write a title")}
    )
    about = forms.ChoiceField(
        label=_("About which support?"),
        choices=[(each.value, words) for each, words in ABOUT.items()],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    until_on = DatePartsField(label=_("Asked until when?"))

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        return self.cleaned_data | {"about": About(self.cleaned_data["about"])}


class PrivateLinkForm(RefusableForm):
    """Where a private link goes."""

    request_key = RequestKeyField()
    language = forms.ChoiceField(
        label=_("Which language does she read?"), choices=[("", ""), *_READ], error_messages=_CHOOSE
    )
    email = MailField()
    phone = PhoneField()
