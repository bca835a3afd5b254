"""Forms of answers: proposed, translated, confirmed, withdrawn."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import OrganisationId
from kith.library.actions.statements import ProposedWords
from kith.library.forms.parts import checker
from kith.library.queries.editors import StatementPage
from kith.library.rules.plain import Plainness, plainness
from kith.library.rules.words import KEY, Evidence
from kith.library.wording import EVIDENCE
from kith.organisations.queries.people import organisation_cards
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm

SAID = ("text", "easy_text", "source", "source_url", "evidence")


class WordingForm(RefusableForm):
    """How an answer is put, and what it rests on. Words that are hard to read are sent back once."""

    text = forms.CharField(
        label=_("The answer"),
        help_text=_("One short answer, one to four sentences, in plain English."),
        max_length=1200,
        widget=forms.Textarea,
        error_messages={"required": _("Enter the answer")},
    )
    easy_text = forms.CharField(
        label=_("The same in easy words"),
        help_text=_("For people who read little: sentences of up to 15 words, and one thought in each."),
        max_length=1600,
        required=False,
        widget=forms.Textarea,
    )
    source = forms.CharField(
        label=_("Source"),
        help_text=_("Who says so, and where: for example “NHS: bottle feeding advice”."),
        max_length=200,
        error_messages={"required": _("Name the source")},
    )
    source_url = forms.URLField(
        label=_("Link to the source"),
        max_length=300,
        assume_scheme="https",
        error_messages={"required": _("Enter the link"), "invalid": _("Enter a link that begins with https://")},
    )
    evidence = forms.TypedChoiceField(
        coerce=Evidence,
        label=_("What it rests on"),
        choices=[(each.value, words) for each, words in EVIDENCE.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it rests on")},
    )
    keep_words = forms.BooleanField(label=_("Keep these words although they are hard to read"), required=False)

    def clean_source_url(self) -> str:
        """Only links that cannot be changed on the way."""
        url: str = self.cleaned_data["source_url"]
        if not url.startswith("https://"):
            raise forms.ValidationError(_("Enter a link that begins with https://"))
        return url

    def clean(self) -> dict[str, Any] | None:
        """Say what is hard to read, unless the words shall be kept."""
        given = super().clean()
        for name in ("text", "easy_text"):
            text = self.cleaned_data.get(name, "")
            if text and not self.cleaned_data.get("keep_words"):
                self._say_what_is_hard(name, plainness(text, easy=name == "easy_text"))
        return given

    def _say_what_is_hard(self, name: str, found: Plainness) -> None:
        if found.long_sentences:
            self.add_error(name, _("This sentence is long: “%(sentence)s”") % {"sentence": found.long_sentences[0]})
        if found.age > found.oldest:
            self.add_error(
                name,
                _("Readers have to be about %(age)d years old to read this with ease. Use shorter words.")
                % {"age": found.age},
            )

    def words(self) -> ProposedWords:
        """What was proposed."""
        return ProposedWords(**{name: self.cleaned_data[name] for name in SAID})

    @classmethod
    def of(cls, shown: StatementPage) -> "WordingForm":
        """The form with the newest words in it."""
        newest = shown.waiting or shown.current
        return cls(initial={name: getattr(newest, name) for name in SAID} if newest else None)


class StatementForm(WordingForm):
    """A new answer."""

    key = forms.RegexField(
        label=_("Its id"),
        help_text=_("The page it belongs to, a dot, and what it answers: for example enough-milk.wet-nappies."),
        regex=KEY,
        max_length=100,
        error_messages={"required": _("Enter an id"), "invalid": _("Write the id like enough-milk.wet-nappies")},
    )
    question = forms.RegexField(
        label=_("Id of the statement that answers the same question"),
        help_text=_("Only if there is one. Where the two then differ, both owners are told."),
        regex=KEY,
        max_length=100,
        required=False,
        error_messages={"invalid": _("Write the id like enough-milk.wet-nappies")},
    )
    owner = forms.TypedChoiceField(
        label=_("Whose is it?"),
        coerce=lambda given: OrganisationId(int(given)),
        error_messages={"required": _("Choose an organisation")},
    )
    review_by = DatePartsField(label=_("Look at it again by"))
    field_order = ("key", "question", *SAID, "owner", "review_by", "keep_words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(card.id, card.name) for card in organisation_cards().values()]
        choice_field(self, "owner").choices = [("", _("Choose an organisation")), *choices]

    @property
    def answer(self) -> dict[str, Any]:
        """The answer as it was entered, by the names of the action."""
        given = {name: self.cleaned_data[name] for name in ("key", "question", "review_by")}
        return {**given, "owner_id": self.cleaned_data["owner"], "words": self.words()}


class ConfirmForm(RefusableForm):
    """The answer still holds: by when to look again."""

    review_by = DatePartsField(label=_("Look at it again by"))


class WithdrawForm(RefusableForm):
    """Why an answer is not told any more."""

    why = forms.CharField(
        label=_("Why is it withdrawn?"), max_length=300, error_messages={"required": _("Say why it is withdrawn")}
    )


class TranslationForm(RefusableForm):
    """An answer in another language."""

    text = forms.CharField(
        label=_("The answer in this language"),
        max_length=2400,
        widget=forms.Textarea,
        error_messages={"required": _("Enter the answer")},
    )
    easy_text = forms.CharField(
        label=_("The same in easy words"), max_length=3200, required=False, widget=forms.Textarea
    )
    checked_by = checker()
