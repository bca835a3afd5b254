"""What is written to all families that are expected."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.groups.rules.notes import MOST_WORDS, Sentence, SessionNote
from kith.groups.words import SENTENCES
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.marketing import TextField
from kith.platform.ui.refusals import RefusableForm


class NoteForm(RefusableForm):
    """A sentence that each family reads in its own language, and words of one's own."""

    beside: ClassVar = {"against_the_code": "words"}

    request_key = RequestKeyField()
    sentence = forms.ChoiceField(
        label=_("What shall they read?"),
        help_text=_("Each family reads this in the language it chose."),
        choices=[(each.value, words) for each, words in SENTENCES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what to say"), "invalid_choice": _("Choose what to say")},
    )
    words = TextField(
        label=_("Your own words"),
        help_text=_("They are not translated: the message says which language they are in. Name no family here."),
        is_long=True,
        max_length=MOST_WORDS,
        required=False,
        error_messages={"max_length": _("Please use 300 letters or fewer")},
    )
    words_language = forms.ChoiceField(
        label=_("In which language are your own words?"),
        choices=[(each.code, each.own_name) for each in INTERFACE_LANGUAGES],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Something has to be said."""
        data = super().clean() or self.cleaned_data
        if data.get("sentence") == Sentence.OWN_WORDS and not data.get("words") and "words" not in self.errors:
            self.add_error("words", _("Enter your own words"))
        return data

    @property
    def note(self) -> SessionNote:
        """What is said."""
        data = self.cleaned_data
        return SessionNote(Sentence(data["sentence"]), data["words"].strip(), data["words_language"] or "en")
