"""A form by which the place assesses feeding: questions, choices, and which answers lead to a person. Pure.

The form counts nothing and judges nothing: an answer that is marked leads to named people, the others lead nowhere.
UNICEF's assessment tools are its copyright; a place enters the form it may use, or asks UNICEF.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from kith.kernel.refusal import Refusal

Texts = Mapping[str, str]
Answers = Mapping[str, Sequence[str]]
OLDEST = 730  # days; forms are for the first two years
MOST_CHOICES, LONGEST_TEXT = 12, 300


class Mark(StrEnum):
    """What an answer leads to: nothing, a named person, or a named person with the urgent signs shown at once."""

    NONE = "none"
    PERSON = "person"
    URGENT = "urgent"


@dataclass(frozen=True)
class Choice:
    """One answer to tick, in the languages of the place."""

    key: str
    text: Texts
    mark: Mark = Mark.NONE


@dataclass(frozen=True)
class Question:
    """One question, asked of babies between these days of age; with ``many`` more than one answer may be ticked."""

    key: str
    text: Texts
    choices: tuple[Choice, ...] = ()
    hint: Texts = field(default_factory=dict)
    many: bool = False
    from_day: int = 0
    until_day: int = OLDEST

    def is_for(self, age_days: int) -> bool:
        """Whether it is asked of a baby of this age."""
        return self.from_day <= age_days <= self.until_day


@dataclass(frozen=True)
class FormContent:
    """All that one version of a form says. ``source`` and ``owner`` stand under it wherever it is shown."""

    title: Texts
    source: str
    owner: str
    questions: tuple[Question, ...] = ()

    def questions_for(self, age_days: int) -> tuple[Question, ...]:
        """The questions for a baby of this age, in order."""
        return tuple(question for question in self.questions if question.is_for(age_days))

    def question(self, key: str) -> Question | None:
        """The question of this key."""
        return next((each for each in self.questions if each.key == key), None)


@dataclass(frozen=True)
class Marked:
    """An answer that leads to a person."""

    question: Question
    choice: Choice


def marked(questions: Sequence[Question], answers: Answers) -> tuple[Marked, ...]:
    """The answers that lead to a person, in the order of the form."""
    return tuple(
        Marked(question, choice)
        for question in questions
        for choice in question.choices
        if choice.mark is not Mark.NONE and choice.key in answers.get(question.key, ())
    )


def is_urgent(found: Sequence[Marked]) -> bool:
    """Whether one of the answers shows an urgent sign."""
    return any(each.choice.mark is Mark.URGENT for each in found)


def check_answers(questions: Sequence[Question], answers: Answers) -> Refusal | None:
    """Say which answer does not belong to the form, or None if all do; a question may be left open."""
    known = {question.key: question for question in questions}
    for key, chosen in answers.items():
        question = known.get(key)
        if question is None or not set(chosen) <= {choice.key for choice in question.choices}:
            return Refusal("answer_not_on_form", question=key)
        if len(chosen) > 1 and not question.many:
            return Refusal("one_answer_only", question=key)
    if not any(answers.values()):
        return Refusal("nothing_answered")
    return None


def check_publication(content: FormContent) -> Refusal | None:
    """Say what a form still lacks before families are assessed by it, or None if nothing."""
    return next(_lacks(content), None)


def _lacks(content: FormContent) -> Iterator[Refusal]:
    if not content.title.get("en"):
        yield Refusal("form_needs_a_title")
    if not content.source.strip() or not content.owner.strip():
        yield Refusal("form_needs_source_and_owner")
    if not content.questions:
        yield Refusal("form_needs_questions")
    for number, question in enumerate(content.questions, start=1):
        if not question.text.get("en"):
            yield Refusal("question_needs_words", number=number)
        if len(question.choices) < 2:
            yield Refusal("question_needs_choices", number=number)
        if not all(choice.text.get("en") for choice in question.choices):
            yield Refusal("choice_needs_words", number=number)
    if not any(choice.mark is not Mark.NONE for question in content.questions for choice in question.choices):
        yield Refusal("form_leads_to_nobody")


def check_question(question: Question) -> Refusal | None:
    """Say why a question cannot stand on a form, or None if it can."""
    if not 0 <= question.from_day <= question.until_day <= OLDEST:
        return Refusal("ages_out_of_order", oldest=OLDEST)
    if len(question.choices) > MOST_CHOICES:
        return Refusal("too_many_choices", most=MOST_CHOICES)
    return None


def with_question(content: FormContent, question: Question) -> FormContent:
    """The form with this question in the place of the one of its key, or at the end; Refusal where it cannot stand."""
    if refusal := check_question(question):
        raise refusal
    if content.question(question.key) is None:
        return replace(content, questions=(*content.questions, question))
    kept = tuple(question if each.key == question.key else each for each in content.questions)
    return replace(content, questions=kept)


def without_question(content: FormContent, key: str) -> FormContent:
    """The form without the question of this key."""
    return replace(content, questions=tuple(each for each in content.questions if each.key != key))


def moved_up(content: FormContent, key: str) -> FormContent:
    """The form with this question one place earlier; the first one stays where it is."""
    order = list(content.questions)
    at = next((place for place, each in enumerate(order) if each.key == key), 0)
    if at:
        order[at - 1], order[at] = order[at], order[at - 1]
    return replace(content, questions=tuple(order))


def free_key(content: FormContent) -> str:
    """A key that no question of the form has."""
    numbers = [int(each.key[1:]) for each in content.questions if each.key[1:].isdigit()]
    return f"q{max(numbers, default=0) + 1}"


def as_data(content: FormContent) -> dict[str, Any]:
    """The form as it is kept."""
    return asdict(content)


def from_data(data: Mapping[str, Any]) -> FormContent:
    """The form from what was kept."""
    return FormContent(
        title=data["title"],
        source=data["source"],
        owner=data["owner"],
        questions=tuple(
            Question(
                **{
                    **question,
                    "choices": tuple(Choice(**{**each, "mark": Mark(each["mark"])}) for each in question["choices"]),
                }
            )
            for question in data["questions"]
        ),
    )
