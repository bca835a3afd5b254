"""Forms of the library's keepers: they parse, and word the errors."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kith.kernel.danger import Level, Subject
from kith.kernel.ids import OrganisationId
from kith.kernel.languages import Language
from kith.kernel.refusal import Refusal
from kith.library.actions import NewVoice, PageInLanguage, PageWords, ProposedWords, SectionWords
from kith.library.queries import PageToEdit, StatementPage
from kith.library.rules import MOST_BYTES, Evidence, PageKind, PageTopic, Plainness, plainness
from kith.library.rules.words import KEY, SLUG
from kith.library.wording import EVIDENCE, KINDS, LEVELS, SUBJECTS, TOPICS, refusal_field, refusal_words
from kith.organisations.queries import organisation_cards
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField

MOST_SECTIONS = 8
_NAME = {"invalid": _("Use small letters, digits and hyphens only")}


class RefusableForm(forms.Form):
    """A form that shows a refusal beside the question it answers."""

    def refuse(self, refusal: Refusal) -> None:
        """Show why it cannot be."""
        field = refusal_field(refusal)
        self.add_error(field if field in self.fields else None, refusal_words(refusal))


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
    evidence = forms.ChoiceField(
        label=_("What it rests on"),
        choices=[(each.value, words) for each, words in EVIDENCE.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it rests on")},
    )
    keep_words = forms.BooleanField(label=_("Keep these words although they are hard to read"), required=False)

    def clean_source_url(self) -> str:
        """Only links that nobody can change on the way."""
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
        given = self.cleaned_data
        return ProposedWords(
            given["text"], given["source"], given["source_url"], Evidence(given["evidence"]), given["easy_text"]
        )

    @classmethod
    def of(cls, shown: StatementPage) -> "WordingForm":
        """The form with the newest words in it."""
        newest = shown.waiting or shown.current
        names = ("text", "easy_text", "source", "source_url", "evidence")
        return cls(initial={name: getattr(newest, name) for name in names} if newest else None)


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
        label=_("Whose is it?"), coerce=int, error_messages={"required": _("Choose an organisation")}
    )
    review_by = DatePartsField(label=_("Look at it again by"))
    field_order = (
        "key",
        "question",
        "text",
        "easy_text",
        "source",
        "source_url",
        "evidence",
        "owner",
        "review_by",
        "keep_words",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(card.id, card.name) for card in organisation_cards().values()]
        choice_field(self, "owner").choices = [("", _("Choose an organisation")), *choices]

    def owner_id(self) -> OrganisationId:
        """Whose the answer is."""
        return OrganisationId(self.cleaned_data["owner"])


class ConfirmForm(RefusableForm):
    """The answer still holds: by when to look again."""

    review_by = DatePartsField(label=_("Look at it again by"))


class WithdrawForm(RefusableForm):
    """Why an answer is not told any more."""

    why = forms.CharField(
        label=_("Why is it withdrawn?"), max_length=300, error_messages={"required": _("Say why it is withdrawn")}
    )


def _checker() -> forms.CharField:
    return forms.CharField(
        label=_("Checked by"),
        help_text=_("The name of somebody who speaks this language and has read it. Readers see the name."),
        max_length=120,
        required=False,
    )


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
        given = self.cleaned_data
        return NewVoice(
            content=given["sound"].read(),
            file_name=given["sound"].name,
            mark=given["mark"],
            speaker=given["speaker"],
            source=given["source"],
            permission=given["permission"],
            recorded_on=given["recorded_on"],
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
    checked_by = _checker()


class PageTranslationForm(RefusableForm):
    """A page's own words in another language; its answers are translated one by one."""

    title = forms.CharField(label=_("Title"), max_length=160, error_messages={"required": _("Enter the title")})
    summary = forms.CharField(label=_("Summary"), max_length=400, error_messages={"required": _("Enter the summary")})
    checked_by = _checker()

    def __init__(self, page: PageToEdit, language: Language, given: QueryDict | None) -> None:
        there = page.translations.get(language.code)
        initial = {"title": there.title, "summary": there.summary} if there else {}
        super().__init__(given, initial=initial)
        self.headings = [f"heading_{number}" for number in range(1, len(page.sections) + 1)]
        for place, name in enumerate(self.headings):
            known = there.headings[place] if there and place < len(there.headings) else ""
            self.fields[name] = forms.CharField(
                label=_("Heading: %(heading)s") % {"heading": page.sections[place].heading},
                max_length=160,
                initial=known,
                error_messages={"required": _("Enter the heading")},
            )
            if page.sections[place].note:
                self.fields[f"note_{place + 1}"] = forms.CharField(
                    label=_("Note: %(note)s") % {"note": page.sections[place].note},
                    max_length=800,
                    initial=there.notes[place] if there and place < len(there.notes) else "",
                    error_messages={"required": _("Enter the note")},
                )

    def words(self) -> PageInLanguage:
        """What was written."""
        given = self.cleaned_data
        notes = tuple(given.get(name.replace("heading", "note"), "") for name in self.headings)
        return PageInLanguage(given["title"], given["summary"], tuple(given[name] for name in self.headings), notes)

    def rows(self) -> list[forms.BoundField]:
        """The boxes of each section, in order."""
        names = [each for name in self.headings for each in (name, name.replace("heading", "note"))]
        return [self[name] for name in names if name in self.fields]


class PageForm(RefusableForm):
    """A page: what it is called, where it stands, and what is said under each heading."""

    slug = forms.RegexField(
        label=_("Its address"),
        help_text=_("For example enough-milk: the page is then found at advice/enough-milk."),
        regex=SLUG,
        max_length=60,
        error_messages={"required": _("Enter an address"), **_NAME},
    )
    kind = forms.ChoiceField(
        label=_("Whom is it for?"),
        choices=[(each.value, words) for each, words in KINDS.items()],
        initial=PageKind.ADVICE.value,
    )
    title = forms.CharField(label=_("Title"), max_length=120, error_messages={"required": _("Enter the title")})
    summary = forms.CharField(
        label=_("Summary"),
        help_text=_("One sentence for lists and shared links."),
        max_length=300,
        error_messages={"required": _("Enter the summary")},
    )
    topic = forms.ChoiceField(label=_("Topic"), choices=[(each.value, words) for each, words in TOPICS.items()])
    order = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=9999, initial=100)
    signs = forms.MultipleChoiceField(
        label=_("Signs of danger at the top of this page"),
        choices=[(each.value, words) for each, words in SUBJECTS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, page: PageToEdit | None, given: QueryDict | None) -> None:
        super().__init__(given, initial=_initial(page))
        self.fixed_kind = page.kind if page else None
        if page:
            del self.fields["slug"], self.fields["kind"]
        for number in range(1, MOST_SECTIONS + 1):
            self.fields[f"heading_{number}"] = forms.CharField(
                label=_("Heading %(number)d") % {"number": number}, max_length=120, required=False
            )
            self.fields[f"statements_{number}"] = forms.CharField(
                label=_("Ids of the statements under heading %(number)d") % {"number": number},
                max_length=2000,
                required=False,
            )
            if self.fixed_kind is PageKind.SIGNS:
                self.fields[f"level_{number}"] = forms.ChoiceField(
                    label=_("How fast to act on the signs under heading %(number)d") % {"number": number},
                    choices=[("", _("Choose")), *((each.value, words) for each, words in LEVELS.items())],
                    required=False,
                )
            if self.fixed_kind is not PageKind.ADVICE:
                self.fields[f"note_{number}"] = forms.CharField(
                    label=_("Note under heading %(number)d") % {"number": number},
                    help_text=_("What to ask or listen for and whom to call, or what the group talks about."),
                    max_length=600,
                    required=False,
                )

    def section_rows(self) -> list[list[forms.BoundField]]:
        """The boxes of each section."""
        names = ("heading", "level", "note", "statements")
        return [
            [self[f"{name}_{number}"] for name in names if f"{name}_{number}" in self.fields]
            for number in range(1, MOST_SECTIONS + 1)
        ]

    def clean(self) -> dict[str, Any] | None:
        """A heading has statements under it, and statements have a heading over them."""
        given = super().clean()
        for number in range(1, MOST_SECTIONS + 1):
            heading, keys = (self.cleaned_data.get(f"{name}_{number}") for name in ("heading", "statements"))
            if heading and not keys:
                self.add_error(f"statements_{number}", _("Enter at least one id under this heading"))
            if keys and not heading:
                self.add_error(f"heading_{number}", _("Enter a heading over these statements"))
        return given

    def words(self) -> PageWords:
        """What was written."""
        given = self.cleaned_data
        sections = tuple(
            SectionWords(
                given[f"heading_{n}"],
                tuple(given[f"statements_{n}"].replace(",", " ").split()),
                given.get(f"note_{n}", ""),
                Level(level) if (level := given.get(f"level_{n}", "")) else None,
            )
            for n in range(1, MOST_SECTIONS + 1)
            if given[f"heading_{n}"]
        )
        return PageWords(
            title=given["title"],
            summary=given["summary"],
            topic=PageTopic(given["topic"]),
            order=given["order"],
            signs=tuple(Subject(each) for each in given["signs"]),
            sections=sections,
            kind=self.fixed_kind or PageKind(given["kind"]),
        )


def _initial(page: PageToEdit | None) -> dict[str, Any]:
    if page is None:
        return {}
    sections = {f"heading_{number}": each.heading for number, each in enumerate(page.sections, 1)}
    keys = {f"statements_{number}": ", ".join(each.statements) for number, each in enumerate(page.sections, 1)}
    own = {name: getattr(page, name) for name in ("title", "summary", "order")}
    notes = {f"note_{number}": each.note for number, each in enumerate(page.sections, 1)}
    levels = {f"level_{number}": each.level.value if each.level else "" for number, each in enumerate(page.sections, 1)}
    signs = [each.value for each in page.signs]
    return {**own, "signs": signs, "topic": page.topic.value, **sections, **keys, **notes, **levels}
