"""Telling the alliance something, and saying whether it is better."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.files.rules import MEGABYTE
from kith.files.settings import MOST_SOUND_MEGABYTES
from kith.kernel.refusal import Refusal
from kith.listening.rules.codes import LONGEST_STORY, Felt, Subject, Told
from kith.listening.wording.stories import FELT
from kith.places.wording import ethnicity_choices
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.reaching import MailField, PhoneField
from kith.platform.ui.refusals import RefusableForm


class TellForm(RefusableForm):
    """What is told, one question about welcome, and, for those who want it, where the answer is to go."""

    request_key = RequestKeyField()
    words = forms.CharField(
        label=_("What would you like to tell us?"),
        help_text=_("In any language. You need not say who you are. Please leave out names of other people."),
        max_length=LONGEST_STORY,
        required=False,
        widget=forms.Textarea({"rows": 7}),
        error_messages={
            "max_length": _("This is too long for one story. Send it in two parts; your words are still here")
        },
    )
    recording = forms.FileField(
        label=_("A recording"),
        help_text=_("Up to five minutes. It is erased once a person has written down what you say."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "audio/*"}),
        error_messages={"empty": _("Nothing is in this recording. Record it again, or choose another.")},
    )
    may_keep_recording = forms.BooleanField(
        label=_("You may keep the recording after it is written down"), required=False
    )
    welcome = forms.ChoiceField(
        label=_("Did you feel welcome, and free to feed your way?"),
        choices=[(felt.value, words) for felt, words in FELT.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    community = forms.ChoiceField(label=_("Your ethnic group, to be counted only"), required=False)
    may_quote = forms.BooleanField(label=_("My words may stand on the public page, without a name"), required=False)
    email = MailField(label=_("E-mail, if we may write to you"))
    phone = PhoneField(label=_("Phone, if we may write to you"))

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        choice_field(self, "community").choices = [("", ""), *ethnicity_choices()]

    def told(self, language: str, subject: Subject | None) -> Told:
        """What was told, as it was typed."""
        given = self.cleaned_data
        return Told(
            words=given["words"],
            language=language,
            subject=subject,
            may_quote=given["may_quote"],
            welcome=Felt(given["welcome"]) if given["welcome"] else None,
            community=given["community"],
            email=given["email"].strip().lower(),
            phone=given["phone"],
            recording=self._recording(),
            may_keep_recording=given["may_keep_recording"],
        )

    def _recording(self) -> bytes:
        """What was recorded; of a file that is too large no more is read than shows that it is."""
        file = self.cleaned_data["recording"]
        content: bytes = file.read(MOST_SOUND_MEGABYTES.now * MEGABYTE + 1) if file else b""
        return content

    def clean(self) -> dict[str, Any]:
        """Something must be told or answered."""
        given = super().clean() or self.cleaned_data
        if not self.errors and not (given.get("words", "").strip() or given.get("recording") or given.get("welcome")):
            self.refuse(Refusal("story_without_words"))
        return given


class BetterForm(RefusableForm):
    """Whether it is better, about one of the things that were answered."""

    theme = forms.IntegerField(widget=forms.HiddenInput)
    better = forms.ChoiceField(
        label=_("Is it better now?"),
        choices=[(felt.value, words) for felt, words in FELT.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer")},
    )
