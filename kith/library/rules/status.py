"""What becomes of an answer: whether it stands, is past its day, contradicts another, or was withdrawn."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Status(StrEnum):
    """How an answer stands today."""

    CURRENT = "current"
    PAST_REVIEW = "past_review"
    CONTRADICTED = "contradicted"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Answer:
    """An answer as far as these rules look at it; ``text`` and ``approved_at`` are those of the words that stand."""

    key: str
    question: str
    text: str
    approved_at: datetime | None
    review_by: date
    is_withdrawn: bool = False

    @property
    def is_told(self) -> bool:
        """Whether readers may be told this at all."""
        return self.approved_at is not None and not self.is_withdrawn


def status(answer: Answer, *, today: date, contradicted: bool) -> Status:
    """How this answer stands; what matters most to a reader comes first."""
    if answer.is_withdrawn:
        return Status.WITHDRAWN
    if answer.approved_at is None:
        return Status.WAITING
    if contradicted:
        return Status.CONTRADICTED
    return Status.PAST_REVIEW if answer.review_by < today else Status.CURRENT


def contradictions(answers: Iterable[Answer]) -> list[tuple[Answer, ...]]:
    """Answers to one question that are told in different words, newest first; in order of the question."""
    by_question: dict[str, list[Answer]] = defaultdict(list)
    for each in answers:
        if each.is_told:
            by_question[each.question].append(each)
    return [
        tuple(_newest_first(found))
        for _question, found in sorted(by_question.items())
        if len({_plain(each.text) for each in found}) > 1
    ]


def answer_to(question: str, answers: Iterable[Answer]) -> Answer | None:
    """What a reader is told: of all answers to the question the one whose words were approved last."""
    told = _newest_first(each for each in answers if each.question == question and each.is_told)
    return told[0] if told else None


def _newest_first(answers: Iterable[Answer]) -> list[Answer]:
    return sorted(answers, key=lambda each: (each.approved_at.timestamp() if each.approved_at else 0, each.key))[::-1]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
