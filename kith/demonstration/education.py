"""Who of the invented people is trained in what, who is late, a session to come, and news of the library."""

from datetime import date, timedelta

from kith.demonstration.people import Partners, Staff
from kith.education.actions.asking import set_requirement
from kith.education.actions.competences import Observed, sign_competence
from kith.education.actions.news import Change, announce_change, mark_news_seen
from kith.education.actions.recording import Attended, note_training
from kith.education.actions.sessions import NewSession, expect_people, plan_training
from kith.education.actions.workforce import count_workforce
from kith.education.rules.codes import Found, NewsKind
from kith.education.rules.communities import Community
from kith.education.rules.requirements import Asked
from kith.education.statements import statements
from kith.kernel import ids
from kith.kernel.ids import MembershipId
from kith.kernel.training import Training
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor, Viewer
from kith.platform.sign_in.models import Account

UNIT, COUNCIL, MAKER = "Hospital feeding team", "Council learning", "Maker’s trainer"
# Role, training, how many days ago, who gave it. What stands in no line is missing, which the list of gaps shows.
_HAD: tuple[tuple[Role, Training, int, str], ...] = (
    (Role.FEEDING_LEAD, Training.COMPETENCE_ASSESSOR, 300, UNIT),
    (Role.COORDINATOR, Training.COMPETENCE_ASSESSOR, 300, UNIT),
    (Role.FEEDING_LEAD, Training.BABY_FRIENDLY, 800, UNIT),
    (Role.FEEDING_LEAD, Training.UPDATE, 90, UNIT),
    (Role.FEEDING_LEAD, Training.SAFEGUARDING, 200, COUNCIL),
    (Role.FEEDING_LEAD, Training.PUMP_ISSUING, 200, MAKER),
    (Role.MIDWIFE, Training.BABY_FRIENDLY, 600, UNIT),
    (Role.MIDWIFE, Training.UPDATE, 320, UNIT),
    (Role.MIDWIFE, Training.SAFER_SLEEP, 200, UNIT),
    (Role.MIDWIFE, Training.SAFEGUARDING, 400, COUNCIL),
    (Role.MIDWIFE, Training.PUMP_ISSUING, 150, MAKER),
    (Role.HEALTH_VISITOR, Training.BABY_FRIENDLY, 700, UNIT),
    (Role.HEALTH_VISITOR, Training.UPDATE, 400, UNIT),
    (Role.HEALTH_VISITOR, Training.SAFER_SLEEP, 100, COUNCIL),
    (Role.HEALTH_VISITOR, Training.SAFEGUARDING, 1060, COUNCIL),
    (Role.OUTREACH_WORKER, Training.CULTURAL_SAFETY, 300, COUNCIL),
    (Role.OUTREACH_WORKER, Training.SAFEGUARDING, 300, COUNCIL),
    (Role.COORDINATOR, Training.PUMP_ISSUING, 100, MAKER),
    (Role.COORDINATOR, Training.SAFEGUARDING, 100, COUNCIL),
    (Role.PEER_SUPPORTER, Training.PEER_SUPPORTER, 250, "Milk and Company"),
    (Role.PEER_SUPPORTER, Training.SAFEGUARDING, 250, COUNCIL),
    (Role.PEER_SUPPORTER, Training.SAFER_SLEEP, 690, COUNCIL),
)
_WATCHED = (Training.BABY_FRIENDLY, Training.PUMP_ISSUING, Training.PEER_SUPPORTER)
_PEOPLE = {Community.WHITE: 61, Community.MIXED: 9, Community.ASIAN: 12, Community.BLACK: 10}


def train(partners: Partners, staff: Staff, today: date, *, by: Actor) -> str:
    """Note what they attended and were seen to do; ask for something new; plan a session; tell of a change."""
    lead, coordinator = (_at_work(staff, role) for role in (Role.FEEDING_LEAD, Role.COORDINATOR))
    for role in (Role.MIDWIFE, Role.HEALTH_VISITOR, Role.OUTREACH_WORKER, Role.FEEDING_LEAD, Role.COORDINATOR):
        _attended(staff.by_role[role], Training.ORIENTATION, today - timedelta(days=890), UNIT, by)
    for role, training, days_ago, provider in _HAD:
        _attended(staff.by_role[role], training, today - timedelta(days=days_ago), provider, by)
    for role, training, days_ago, _ in _HAD:
        if training in _WATCHED and days_ago < 300:
            signer = coordinator if role is Role.FEEDING_LEAD else lead
            on = today - timedelta(days=days_ago - 10)
            seen = Observed(staff.by_role[role], training, on, Found.COMPETENT)
            sign_competence(by=signer, observed=seen, request_key=ids.new_uuid())
    _to_come(staff, today, lead)
    _news(staff, by)
    for each in (partners.health_visiting, partners.council):
        count_workforce(by=by, organisation_id=each, people=dict.fromkeys(Community, 8) | _PEOPLE)
    return f"{len(_HAD)} trainings noted, one session to come"


def _to_come(staff: Staff, today: date, lead: Viewer) -> None:
    """The update is asked of peer supporters, too, from next month on; a session for it is planned."""
    asked = Asked((Role.MIDWIFE, Role.HEALTH_VISITOR, Role.FEEDING_LEAD, Role.PEER_SUPPORTER), lasts_months=12)
    from_on = today + timedelta(days=30)
    set_requirement(by=lead, training=Training.UPDATE, asked=asked, from_on=from_on, after=1)
    new = NewSession(Training.UPDATE, today + timedelta(days=21), "Family Hub, upstairs, 09:30", UNIT)
    session_id = plan_training(by=lead, new=new, request_key=ids.new_uuid())
    expected = [staff.by_role[Role.HEALTH_VISITOR], staff.by_role[Role.MIDWIFE], *staff.visitors[:4]]
    expect_people(by=lead, session_id=session_id, membership_ids=expected)


def _news(staff: Staff, by: Actor) -> None:
    """One answer of the library was put in other words; the midwife has seen it."""
    found = next(iter(statements(by)), None)
    if found is None:
        return
    key, text = found
    before = f"{text} Ask your midwife or health visitor if you are not sure."
    change = Change(key, NewsKind.CHANGED, "1", before, text)
    news_id = announce_change(by=by, change=change)
    mark_news_seen(by=_at_work(staff, Role.MIDWIFE), news_id=news_id)


def _attended(who: MembershipId, training: Training, on: date, provider: str, by: Actor) -> None:
    note_training(by=by, attended=Attended(who, training, on, provider))


def _at_work(staff: Staff, role: Role) -> Viewer:
    viewer = viewer_for(Account.objects.get(pk=staff.accounts[role.value]))
    assert viewer is not None
    return viewer
