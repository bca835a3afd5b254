"""Answering an assessment form, and writing one."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.assessments import (
    LONGEST_TEXT,
    MOST_CHOICES,
    OLDEST,
    Choice,
    FormContent,
    Mark,
    Question,
    Texts,
)
from kith.feeding.wording.assessments import MARKS, asked_words, form_words
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.refusals import RefusableForm

NOTE_LENGTH = 2000
SPARE_CHOICES = 3
SHORT_TEXT = 120


class AssessmentForm(RefusableForm):
    """The questions of one version for a baby of this age; each may be left open, all of them not."""

    note = forms.CharField(
        label=_("Anything to add"), max_length=NOTE_LENGTH, required=False, widget=forms.Textarea({"rows": 3})
    )
    request_key = RequestKeyField()

    def __init__(self, *args: Any, questions: tuple[Question, ...], lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys = [question.key for question in questions]
        self.fields |= {question.key: _asked(question, lang) for question in questions}
        self.order_fields([*self.keys, "note", "request_key"])

    @property
    def answer(self) -> dict[str, Any]:
        """The keys of the choices ticked, by question, and what goes with them, by the names of the action."""
        data = self.cleaned_data
        ticked = {key: data[key] for key in self.keys}
        return {"answers": ticked, "note": data["note"], "request_key": data["request_key"]}


def _asked(question: Question, lang: str) -> forms.ChoiceField:
    """One question; what is ticked comes back as a list of keys, however many may be."""
    words: dict[str, Any] = {
        "label": asked_words(question.text, lang),
        "help_text": str(form_words(question.hint, lang)),
        "choices": [(choice.key, asked_words(choice.text, lang)) for choice in question.choices],
        "required": False,
    }
    if question.many:
        return forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, **words)
    alone = {"coerce": lambda key: [key], "empty_value": []}
    return forms.TypedChoiceField(widget=forms.RadioSelect, **words | alone)


class FormHeadForm(RefusableForm):
    """What a form is called, where its questions come from, and who answers for them."""

    source = forms.CharField(
        label=_("Source of the questions"),
        help_text=_(
            "Who published the signs, and where. UNICEF’s forms are its copyright: enter them only by agreement."
        ),
        max_length=LONGEST_TEXT,
    )
    owner = forms.CharField(label=_("Who answers for this form"), max_length=SHORT_TEXT)

    def __init__(self, data: Any, content: FormContent | None = None) -> None:
        as_it_stands = {**vars(content), **_as_boxes("title", content.title)} if content else None
        super().__init__(data, initial=as_it_stands)
        _add_texts(self, "title", _("Title"), needed=True)
        self.order_fields([*_boxes("title"), "source", "owner"])

    @property
    def head(self) -> dict[str, Any]:
        """Title, source and owner."""
        data = self.cleaned_data
        return {"title": _texts(data, "title"), "source": data["source"], "owner": data["owner"]}


class NewFormForm(FormHeadForm):
    """The same for a form that begins, with the short name in its address."""

    key = forms.SlugField(
        label=_("Short name"),
        help_text=_("For the address of the page: letters, digits and hyphens, such as first-week."),
        max_length=40,
    )

    @property
    def answer(self) -> dict[str, Any]:
        """The form that begins, by the names of the action."""
        return {"key": self.cleaned_data["key"], "content": FormContent(**self.head)}


class QuestionForm(RefusableForm):
    """One question with its choices; empty choices fall away."""

    many = forms.BooleanField(label=_("More than one answer may be ticked"), required=False)
    from_day = forms.IntegerField(label=_("Asked from day of age"), min_value=0, max_value=OLDEST, initial=0)
    until_day = forms.IntegerField(label=_("Asked until day of age"), min_value=0, max_value=OLDEST, initial=OLDEST)

    def __init__(self, data: Any, question: Question | None) -> None:
        super().__init__(data, initial=_question_boxes(question) if question else None)
        _add_texts(self, "text", _("Question"), needed=True)
        _add_texts(self, "hint", _("Hint"))
        written = len(question.choices) if question else 0
        self.numbers = range(1, min(written + SPARE_CHOICES, MOST_CHOICES) + 1)
        for number in self.numbers:
            _add_texts(self, f"choice{number}", gettext("Answer %(number)s") % {"number": number})
            self.fields[f"mark{number}"] = forms.TypedChoiceField(
                label=gettext("Answer %(number)s leads to") % {"number": number},
                choices=list(MARKS.items()),
                coerce=Mark,
                empty_value=Mark.NONE,
                required=False,
            )

    def boxes_of(self, number: int) -> list[Any]:
        """The boxes of one choice, to draw."""
        return [self[name] for name in (*_boxes(f"choice{number}"), f"mark{number}")]

    def made(self, key: str) -> Question:
        """The question as it was filled in; choices keep their keys by their place."""
        data = self.cleaned_data
        choices = tuple(
            Choice(f"c{number}", text, data[f"mark{number}"])
            for number in self.numbers
            if (text := _texts(data, f"choice{number}"))
        )
        asked = {name: data[name] for name in ("many", "from_day", "until_day")}
        return Question(key, _texts(data, "text"), choices, hint=_texts(data, "hint"), **asked)


def _question_boxes(question: Question) -> dict[str, Any]:
    boxes = {**vars(question), **_as_boxes("text", question.text), **_as_boxes("hint", question.hint)}
    for number, choice in enumerate(question.choices, start=1):
        boxes |= _as_boxes(f"choice{number}", choice.text) | {f"mark{number}": choice.mark}
    return boxes


def _boxes(name: str) -> list[str]:
    return [f"{name}_{language.code}" for language in INTERFACE_LANGUAGES]


def _as_boxes(name: str, texts: Texts) -> dict[str, str]:
    return {f"{name}_{code}": text for code, text in texts.items()}


def _texts(data: dict[str, Any], name: str) -> dict[str, str]:
    given = {language.code: data[f"{name}_{language.code}"] for language in INTERFACE_LANGUAGES}
    return {code: text for code, text in given.items() if text}


def _add_texts(form: forms.Form, name: str, label: Any, *, needed: bool = False) -> None:
    for language in INTERFACE_LANGUAGES:
        form.fields[f"{name}_{language.code}"] = forms.CharField(
            label=f"{label} ({language.own_name})",
            max_length=LONGEST_TEXT,
            required=needed and language == ENGLISH,
            widget=forms.TextInput({"lang": language.code, "dir": language.direction}),
        )
