"""What is asked and heard on a panel, and what becomes of a finding that is passed on. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kith.kernel.ids import MembershipId, OrganisationId, ServiceId
from kith.kernel.refusal import Refusal
from kith.panels.rules.codes import PassedAnswer


@dataclass(frozen=True)
class NewPassing:
    """Where a finding is passed: an organisation, perhaps one of its services and one of its people; by when."""

    organisation_id: OrganisationId
    service_id: ServiceId | None
    answerer_id: MembershipId | None
    due_on: date


def may_plan(starts_at: datetime, place: str, asked: str, *, now: datetime) -> Refusal | None:
    """Say why a session cannot be planned so, or None if it can: a panel knows beforehand what it is asked."""
    if starts_at <= now:
        return Refusal("panel_session_in_the_past")
    if not place.strip():
        return Refusal("panel_session_without_place")
    return None if asked.strip() else Refusal("panel_session_without_question")


def may_write_said(starts_at: datetime, said: str, *, now: datetime) -> Refusal | None:
    """Say why it cannot be written down what was said, or None if it can."""
    if starts_at > now:
        return Refusal("panel_session_to_come")
    return None if said.strip() else Refusal("panel_session_without_words")


def may_pass(
    new: NewPassing, *, service_of: OrganisationId | None, answerer_of: OrganisationId | None, today: date
) -> Refusal | None:
    """Say why a finding cannot be passed so, or None: service and person are of the organisation, the day comes."""
    if new.due_on <= today:
        return Refusal("finding_day_gone")
    if new.service_id is not None and service_of != new.organisation_id:
        return Refusal("finding_service_of_others")
    if new.answerer_id is not None and answerer_of != new.organisation_id:
        return Refusal("finding_person_of_others")
    return None


def may_answer_finding(answer: PassedAnswer, words: str, *, is_answered: bool) -> Refusal | None:
    """Say why this is no answer, or None: every answer has words, and a plan can be answered again when it is done."""
    if not words.strip():
        return Refusal("finding_answer_without_words")
    if is_answered and answer is PassedAnswer.PLANNED:
        return Refusal("finding_answered_already")
    return None


def is_late(due_on: date, answer: PassedAnswer | None, *, today: date) -> bool:
    """Whether the answer is past its day; a plan is an answer."""
    return answer is None and due_on < today


@dataclass(frozen=True)
class Changed:
    """What became of what a panel said: in how many ways it was passed on, and what was answered."""

    passed: int
    answers: tuple[PassedAnswer, ...]

    @property
    def waiting(self) -> int:
        """How many have not answered."""
        return self.passed - len(self.answers)


def changed_by(answers: Sequence[PassedAnswer | None]) -> Changed:
    """What became of a finding, by the answers of all who have it."""
    return Changed(len(answers), tuple(each for each in answers if each is not None))
