"""What the addresses of education name: a session with its register, a qualification, news of the library."""

from datetime import timedelta
from typing import Any

from kith.education.actions import news, sessions
from kith.education.models.qualifications import Qualification
from kith.education.rules.codes import LibraryNewsId, NewsKind, QualificationId, TrainingSessionId
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.training import Training
from kith.platform.access.viewer import system_actor
from testing.training import trained
from tests.access.alliance_ids import at_work, member

BY = system_actor("tests")
SLEEP = Training.SAFER_SLEEP


def a_training(days: int = 0) -> TrainingSessionId:
    """A session in so many days at which the midwife is expected."""
    new = sessions.NewSession(SLEEP, clock.today() + timedelta(days=days), "Room 2", "Anna Lind")
    session_id = sessions.plan_training(by=BY, new=new, request_key=new_uuid())
    sessions.expect_people(by=BY, session_id=session_id, membership_ids=[member("midwife")])
    return session_id


def a_qualification() -> QualificationId:
    """The midwife is trained in safeguarding."""
    trained(at_work("midwife"), Training.SAFEGUARDING)
    return QualificationId(Qualification.objects.filter(membership_id=member("midwife")).latest("pk").pk)


def some_news(mark: str = "2") -> LibraryNewsId:
    """An answer has changed."""
    change = news.Change("sleep.back", NewsKind.CHANGED, mark, "On the side.", "On the back.")
    return news.announce_change(by=BY, change=change)


def an_assessor() -> None:
    """The infant feeding lead is trained to sign."""
    trained(at_work("feeding-lead"), Training.COMPETENCE_ASSESSOR)


def education_ids(statement_key: str) -> dict[str, Any]:
    """What the addresses name."""
    return {
        "training_session_id": a_training(),
        "qualification_id": a_qualification(),
        "news_id": some_news(),
        "training_code": SLEEP.value,
        "used_key": statement_key,
    }
