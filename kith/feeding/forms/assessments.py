"""Answering an assessment form, and writing one."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.assessments import LONGEST_TEXT, MOST_CHOICES, OLDEST, Choice, FormContent, Mark, Question
from kith.feeding.wording.assessments import MARKS, form_refusal_words
from kith.feeding.wording.starter_form import asked_words, form_words
from kith.kernel.ids import new_uuid
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.kernel.refusal import Refusal

NOTE_LENGTH = 2000
SPARE_CHOICES = 3
SHORT_TEXT = 120


class AssessmentForm(forms.Form):
    """The questions of one version for a baby of this age; each may be left open, all of them not."""

    note = forms.CharField(
        label=_("Anything to add"), max_length=NOTE_LENGTH, required=False, widget=forms.Textarea({"rows": 3})
    )
    request_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, questions: tuple[Question, ...], lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"request_key": new_uuid()}, **kwargs})
        self.questions = questions
        for question in questions:
            self.fields[question.key] = _asked(question, lang)
        self.order_fields([*(question.key for question in questions), "note", "request_key"])

    @property
    def answers(self) -> dict[str, list[str]]:
        """The keys of the choices ticked, by question."""
        given = {question.key: self.cleaned_data[question.key] for question in self.questions}
        return {key: chosen if isinstance(chosen, list) else [chosen] for key, chosen in given.items() if chosen}

    @property
    def sent_as(self) -> UUID:
        """By which a form sent twice is known."""
        key: UUID = self.cleaned_data["request_key"]
        return key

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused."""
        self.add_error(None, form_refusal_words(refusal))


def _asked(question: Question, lang: str) -> forms.ChoiceField:
    choices = [(choice.key, asked_words(choice.text, lang)) for choice in question.choices]
    field, widget = (
        (forms.MultipleChoiceField, forms.CheckboxSelectMultiple)
        if question.many
        else (forms.ChoiceField, forms.RadioSelect)
    )
    return field(
        label=asked_words(question.text, lang),
        help_text=str(form_words(question.hint, lang)),
        choices=choices,
        widget=widget,
        required=False,
    )


class FormHeadForm(forms.Form):
    """What a form is called, where its questions come from, and who answers for them."""

    source = forms.CharField(
        label=_("Source of the questions"),
        help_text=_(
            "Who published the signs, and where. UNICEF’s forms are its copyright: enter them only by agreement."
        ),
        max_length=LONGEST_TEXT,
    )
    owner = forms.CharField(label=_("Who answers for this form"), max_length=SHORT_TEXT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _add_texts(self, "title", _("Title"), needed=True)
        self.order_fields([*_boxes("title"), "source", "owner"])

    @classmethod
    def of(cls, content: FormContent) -> "FormHeadForm":
        """Filled with a form as it stands."""
        return cls(
            initial={"source": content.source, "owner": content.owner, **_as_boxes("title", dict(content.title))}
        )

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

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused."""
        self.add_error("key", form_refusal_words(refusal))


class QuestionForm(forms.Form):
    """One question with its choices; empty choices fall away."""

    many = forms.BooleanField(label=_("More than one answer may be ticked"), required=False)
    from_day = forms.IntegerField(label=_("Asked from day of age"), min_value=0, max_value=OLDEST, initial=0)
    until_day = forms.IntegerField(label=_("Asked until day of age"), min_value=0, max_value=OLDEST, initial=OLDEST)

    def __init__(self, *args: Any, question: Question | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": _question_boxes(question) if question else None, **kwargs})
        self.question = question
        _add_texts(self, "text", _("Question"), needed=True)
        _add_texts(self, "hint", _("Hint"))
        held = len(question.choices) if question else 0
        self.numbers = range(1, min(held + SPARE_CHOICES, MOST_CHOICES) + 1)
        for number in self.numbers:
            _add_texts(self, f"choice{number}", gettext("Answer %(number)s") % {"number": number})
            self.fields[f"mark{number}"] = forms.ChoiceField(
                label=gettext("Answer %(number)s leads to") % {"number": number},
                choices=[(mark.value, words) for mark, words in MARKS.items()],
                required=False,
            )

    def boxes_of(self, number: int) -> list[Any]:
        """The boxes of one choice, to draw."""
        return [self[name] for name in (*_boxes(f"choice{number}"), f"mark{number}")]

    def made(self, key: str) -> Question:
        """The question as it was filled in; choices keep their keys by their place."""
        data = self.cleaned_data
        choices = [
            Choice(f"c{number}", _texts(data, f"choice{number}"), Mark(data[f"mark{number}"] or Mark.NONE))
            for number in self.numbers
            if _texts(data, f"choice{number}")
        ]
        return Question(
            key=key,
            text=_texts(data, "text"),
            hint=_texts(data, "hint"),
            choices=tuple(choices),
            many=data["many"],
            from_day=data["from_day"],
            until_day=data["until_day"],
        )

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused."""
        self.add_error("until_day" if refusal.code == "ages_out_of_order" else None, form_refusal_words(refusal))


def _question_boxes(question: Question) -> dict[str, Any]:
    boxes: dict[str, Any] = {"many": question.many, "from_day": question.from_day, "until_day": question.until_day}
    boxes |= _as_boxes("text", dict(question.text)) | _as_boxes("hint", dict(question.hint))
    for number, choice in enumerate(question.choices, start=1):
        boxes |= _as_boxes(f"choice{number}", dict(choice.text)) | {f"mark{number}": choice.mark.value}
    return boxes


def _boxes(name: str) -> list[str]:
    return [f"{name}_{language.code}" for language in INTERFACE_LANGUAGES]


def _as_boxes(name: str, texts: dict[str, str]) -> dict[str, str]:
    return {f"{name}_{code}": text for code, text in texts.items()}


def _texts(data: dict[str, Any], name: str) -> dict[str, str]:
    given = {language.code: data[f"{name}_{language.code}"].strip() for language in INTERFACE_LANGUAGES}
    return {code: text for code, text in given.items() if text}


def _add_texts(form: forms.Form, name: str, label: Any, *, needed: bool = False) -> None:
    for language in INTERFACE_LANGUAGES:
        form.fields[f"{name}_{language.code}"] = forms.CharField(
            label=f"{label} ({language.own_name})",
            max_length=LONGEST_TEXT,
            required=needed and language == ENGLISH,
            widget=forms.TextInput({"lang": language.code, "dir": language.direction}),
        )
