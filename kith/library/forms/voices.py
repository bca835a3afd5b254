"""The form of a voice that reads an answer aloud."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.library.actions.voices import NewVoice
from kith.library.rules.voices import MOST_BYTES
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm, refusal_words


class VoiceForm(RefusableForm):
    """A voice for an answer, and its declared source."""

    sound = forms.FileField(
        label=_("Sound file"),
        help_text=_("MP3, M4A, Ogg or WAV, up to 6 megabytes."),
        widget=forms.FileInput(attrs={"accept": "audio/*"}),
        error_messages={
            "required": _("Choose a sound file"),
            "empty": _("This file is empty. Choose another."),
            "missing": _("Choose a sound file"),
            "invalid": _("Choose a sound file"),
        },
    )
    speaker = forms.CharField(
        label=_("Who speaks?"),
        help_text=_("Readers see this name."),
        max_length=120,
        error_messages={"required": _("Enter who speaks")},
    )
    source = forms.CharField(
        label=_("Where does the recording come from?"),
        max_length=200,
        error_messages={"required": _("Enter where the recording comes from")},
    )
    recorded_on = DatePartsField(label=_("When was it recorded?"))
    permission = forms.CharField(
        label=_("Who has allowed us to use it, and how?"),
        help_text=_("For example: signed form of 3 March 2026, kept by the feeding team."),
        max_length=200,
        error_messages={"required": _("Enter who has allowed it")},
    )
    mark = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def clean_sound(self) -> Any:
        """No more than is needed to read an answer aloud."""
        sound = self.cleaned_data["sound"]
        if sound.size > MOST_BYTES:
            raise forms.ValidationError(refusal_words(Refusal("voice_too_large")))
        return sound

    def voice(self) -> NewVoice:
        """What was sent in."""
        given = dict(self.cleaned_data)
        sound = given.pop("sound")
        return NewVoice(content=sound.read(), file_name=sound.name, **given)
