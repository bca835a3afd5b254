"""The criteria, one by one: as an editor answers them, and as a visitor does."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.marketing import TextField
from kith.platform.ui.refusals import RefusableForm
from kith.welcome.rules.codes import LONGEST_LINE, LONGEST_WORDS, Answer, Criterion
from kith.welcome.rules.profiles import NOTHING_SAID, Profile, Said
from kith.welcome.rules.visits import NewVisit
from kith.welcome.wording.criteria import ANSWERS, MEANINGS, QUESTIONS

ANSWER_CHOICES = [(each.value, words) for each, words in ANSWERS.items()]


class CriteriaForm(RefusableForm):
    """Every criterion with an answer and a line."""

    def __init__(self, given: Any = None, *, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(given, initial=dict(initial or {}))
        for each in Criterion:
            self.fields[each.value] = forms.ChoiceField(
                label=str(QUESTIONS[each]),
                help_text=str(MEANINGS[each]),
                choices=ANSWER_CHOICES,
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"{each.value}_line"] = TextField(
                label=gettext("In a few words: %(question)s") % {"question": QUESTIONS[each]},
                max_length=LONGEST_LINE,
                required=False,
            )

    def rows(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Each question with the box for its line."""
        for each in Criterion:
            yield self[each.value], self[f"{each.value}_line"]

    def _answered(self, language: str) -> dict[Criterion, Said]:
        data = self.cleaned_data
        found = {}
        for each in Criterion:
            line = data[f"{each.value}_line"].strip()
            if answer := data[each.value]:
                found[each] = Said(Answer(answer), {language: line} if line else {})
        return found


class ProfileForm(CriteriaForm):
    """What stands on the venue's page, to be changed by its editor, who writes English."""

    def __init__(self, given: Any, *, said: Profile, texts: Profile | None = None) -> None:
        self.before = texts or said
        super().__init__(given, initial=_initial(said))
        for each in Criterion:
            field = self.fields[each.value]
            field.required = True
            field.error_messages["required"] = gettext("Choose an answer")

    @property
    def said(self) -> Profile:
        """What is to count; a line whose English stays keeps its other languages."""
        found = self._answered("en")
        return {each: self._kept(each, what) for each, what in found.items()}

    def _kept(self, criterion: Criterion, what: Said) -> Said:
        before = self.before.get(criterion, NOTHING_SAID)
        is_same = bool(what.line) and before.line.get("en") == what.line.get("en")
        return Said(what.answer, before.line) if is_same else what


class VisitForm(CriteriaForm):
    """What a visitor found on a day; a question that they did not look into stays unanswered."""

    beside: ClassVar = {"visit_says_nothing": Criterion.PRAM.value}

    request_key = RequestKeyField(required=False)
    visited_on = DatePartsField(
        label=_("On which day were you there?"), error_messages={"required": _("Enter the day")}
    )
    words = forms.CharField(
        label=_("What would make it better for the next parent?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea,
        required=False,
    )

    @property
    def visit(self) -> NewVisit:
        """What was found, in the language of the page it was written on."""
        language = get_language() or "en"
        data = self.cleaned_data
        return NewVisit(data["visited_on"], self._answered(language), language, data["words"])


class DeskVisitForm(VisitForm):
    """The same at the desk, where it is said who has looked."""

    who = forms.ChoiceField(
        label=_("Who has looked?"),
        choices=[("parent", _("A parent or carer")), ("worker", _("Somebody at work"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who has looked")},
    )

    @property
    def by_parent(self) -> bool:
        """Whether a parent has."""
        return bool(self.cleaned_data["who"] == "parent")


def _initial(said: Profile) -> dict[str, Any]:
    answers = {each.value: what.answer.value for each, what in said.items()}
    lines = {f"{each.value}_line": what.line.get("en", _any(what)) for each, what in said.items()}
    return {**answers, **lines}


def _any(what: Said) -> str:
    """A visitor's line as it was written, for the editor to put into English."""
    return next(iter(what.line.values()), "")
