"""The actions of education, each prepared first and done once."""

from collections.abc import Callable
from datetime import timedelta

from kith.education.actions import competences, news, sessions
from kith.education.actions.asking import set_requirement
from kith.education.actions.importing import note_training_list
from kith.education.actions.leaving import expect_leaver_no_more
from kith.education.actions.qualifying import take_back_qualification
from kith.education.actions.recording import Attended, note_training
from kith.education.actions.reminding import remind_of_training
from kith.education.actions.workforce import count_workforce
from kith.education.rules.codes import Found, Presence, TakenBack
from kith.education.rules.communities import Community
from kith.education.rules.requirements import Asked
from kith.imports.rows import Row
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.training import Training
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.organisations.rules import Role
from kith.platform.sign_in.demonstration import DOMAIN
from tests.access.alliance_ids import at_work, member
from tests.access.education_ids import BY, SLEEP, a_qualification, a_training, an_assessor, some_news
from tests.access.world import World

Act = Callable[[], object]


def _signs() -> Act:
    an_assessor()
    seen = competences.Observed(member("midwife"), Training.PUMP_ISSUING, clock.today(), Found.COMPETENT)
    return lambda: competences.sign_competence(by=at_work("feeding-lead"), observed=seen, request_key=new_uuid())


def _takes_back() -> Act:
    qualification_id, lead = a_qualification(), at_work("feeding-lead")
    return lambda: take_back_qualification(by=lead, qualification_id=qualification_id, why=TakenBack.CONCERN)


def _plans() -> object:
    new = sessions.NewSession(SLEEP, clock.today(), "Room 2", "Anna Lind")
    return sessions.plan_training(by=at_work("coordinator"), new=new, request_key=new_uuid())


def _at_a_session(act: Callable[..., object], **more: object) -> Act:
    session_id, lead = a_training(), at_work("coordinator")
    return lambda: act(by=lead, session_id=session_id, **more)


def _lists() -> object:
    cells = {"email": f"midwife@{DOMAIN}", "training": SLEEP.value, "on": f"{clock.today()}", "provider": "Unit"}
    return note_training_list(by=at_work("coordinator"), rows=[Row(2, cells)])


def _leaves() -> Act:
    a_training(days=7)
    end_membership(by=BY, membership_id=member("midwife"), until_on=clock.today())
    return lambda: expect_leaver_no_more(MembershipEnded(member("midwife")))


def _counts() -> object:
    lead = at_work("coordinator")
    (own,) = lead.organisation_ids
    return count_workforce(by=lead, organisation_id=own, people=dict.fromkeys(Community, 9))


def _sees() -> Act:
    news_id = some_news("3")
    return lambda: news.mark_news_seen(by=at_work("midwife"), news_id=news_id)


def _asks() -> object:
    asked = Asked((Role.MIDWIFE,), lasts_months=12)
    lead = at_work("feeding-lead")
    return set_requirement(by=lead, training=SLEEP, asked=asked, from_on=clock.today(), after=1)


def _notes() -> object:
    attended = Attended(member("midwife"), SLEEP, clock.today() - timedelta(days=9), "Unit")
    return note_training(by=at_work("coordinator"), attended=attended)


def _uses() -> object:
    return news.set_statement_use(by=at_work("feeding-lead"), key="sleep.back", roles=[Role.MIDWIFE])


EDUCATION_ACTS: dict[str, Callable[[World], Act]] = {
    "education.set_requirement": lambda _: _asks,
    "education.note_training": lambda _: _notes,
    "education.note_training_list": lambda _: _lists,
    "education.sign_competence": lambda _: _signs(),
    "education.take_back_qualification": lambda _: _takes_back(),
    "education.plan_training": lambda _: _plans,
    "education.call_off_training": lambda _: _at_a_session(sessions.call_off_training),
    "education.expect_people": lambda _: _at_a_session(
        sessions.expect_people, membership_ids=[member("peer-supporter")]
    ),
    "education.note_presence": lambda _: _at_a_session(
        sessions.note_presence, membership_id=member("midwife"), presence=Presence.ATTENDED
    ),
    "education.announce_change": lambda _: lambda: some_news("4"),
    "education.mark_news_seen": lambda _: _sees(),
    "education.set_statement_use": lambda _: _uses,
    "education.count_workforce": lambda _: _counts,
    "education.remind_of_training": lambda _: lambda: remind_of_training(by=BY),
    "education.expect_leaver_no_more": lambda _: _leaves(),
}
