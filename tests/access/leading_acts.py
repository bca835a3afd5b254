"""The actions of leading: deputies, handovers, cover, leaving, programmes; each prepared first, done once."""

from collections.abc import Callable
from datetime import timedelta

from kith.caseloads.actions.cover import call_off_absence, plan_absence, tell_of_cover
from kith.caseloads.actions.handover import (
    accept_handover,
    close_handover_for_bereavement,
    complete_handover,
    decline_handover,
    propose_handover,
    withdraw_handover,
)
from kith.caseloads.actions.leading import name_deputy, take_lead
from kith.caseloads.actions.leaving import reassign_leavers_work, reassign_unowned_work
from kith.caseloads.actions.watching import warn_of_move, watch_breaks
from kith.caseloads.rules.handover import DeclineReason, HandoverReason, Introduction
from kith.contacts.actions.watching import watch_new_faces
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import AbsenceId, BereavementId, EnrolmentId, HandoverId, MembershipId, ProgrammeId, new_uuid
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded, MembershipMoved
from kith.organisations.models import Membership
from kith.platform.access.viewer import Viewer, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.programmes.actions.leaving import end_leavers_part
from kith.programmes.actions.programmes import (
    end_enrolment,
    end_enrolments_without_consent,
    enrol_family,
    found_programme,
    name_workers,
)
from kith.programmes.rules.programmes import Communities
from tests.access.consent import take_all_back
from tests.access.world import BY, World

Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _colleague(name: str) -> Viewer:
    viewer = viewer_of_account(Account.objects.get(email=f"{name}@{DOMAIN}"))
    assert viewer is not None
    return viewer


def _of(name: str) -> MembershipId:
    membership_id = _colleague(name).membership_id
    assert membership_id is not None
    return membership_id


def _asked(world: World) -> HandoverId:
    """The health visitor leads, and has asked the midwife."""
    family_id, visitor = world.families["own"].id, _colleague("health-visitor")
    take_lead(by=visitor, family_id=family_id)
    to = _of("midwife")
    return propose_handover(by=visitor, family_id=family_id, to=to, reason=HandoverReason.AREA)


def _handover(act: Callable[[HandoverId], object], *, accepted: bool = False) -> Prepare:
    def prepare(world: World) -> Act:
        handover_id = _asked(world)
        if accepted:
            accept_handover(by=_colleague("midwife"), handover_id=handover_id)
        return lambda: act(handover_id)

    return prepare


def _proposal(world: World) -> Act:
    family_id, to = world.families["own"].id, _of("midwife")
    return lambda: propose_handover(by=BY, family_id=family_id, to=to, reason=HandoverReason.FIRST_LEAD)


def _bereaved_handover(world: World) -> Act:
    handover_id = _asked(world)
    event = FamilyBereaved(world.families["own"].id, BereavementId(new_uuid()), _of("midwife"), clock.today())
    assert handover_id
    return lambda: close_handover_for_bereavement(event)


def _deputy(world: World) -> Act:
    family_id, visitor = world.families["own"].id, _colleague("health-visitor")
    take_lead(by=visitor, family_id=family_id)
    return lambda: name_deputy(by=visitor, family_id=family_id, membership_id=_of("midwife"))


def _absence(world: World) -> AbsenceId:
    midwife, today = _colleague("midwife"), clock.today()
    assert midwife.membership_id
    take_lead(by=midwife, family_id=world.families["own"].id)
    to = _colleague("health-visitor").membership_id
    last = today + timedelta(days=9)
    return plan_absence(by=midwife, membership_id=midwife.membership_id, from_on=today, until_on=last, covered_by=to)


def _absent(act: Callable[[AbsenceId], object]) -> Prepare:
    def prepare(world: World) -> Act:
        absence_id = _absence(world)
        return lambda: act(absence_id)

    return prepare


def _leaver(world: World) -> Act:
    midwife = _colleague("midwife")
    take_lead(by=midwife, family_id=world.families["own"].id)
    assert midwife.membership_id
    end_membership(by=BY, membership_id=midwife.membership_id, until_on=clock.today())
    return lambda: reassign_leavers_work(MembershipEnded(_of("midwife")))


def _worker_left(world: World) -> Act:
    _programme(world)
    midwife = _of("midwife")
    end_membership(by=BY, membership_id=midwife, until_on=clock.today())
    return lambda: end_leavers_part(MembershipEnded(midwife))


def _unowned(world: World) -> Act:
    midwife = _colleague("midwife")
    take_lead(by=midwife, family_id=world.families["own"].id)
    yesterday = clock.today() - timedelta(days=1)
    Membership.objects.filter(pk=midwife.membership_id).update(until_on=yesterday, end_announced_at=clock.now())
    return lambda: reassign_unowned_work(by=BY)


def _moved(world: World) -> Act:
    midwife = _colleague("midwife")
    take_lead(by=midwife, family_id=world.families["own"].id)
    return lambda: warn_of_move(MembershipMoved(_of("midwife")))


def _programme(world: World) -> ProgrammeId:
    (ours,) = _colleague("midwife").organisation_ids
    programme_id = found_programme(
        by=BY, organisation_id=ours, name="Beside you", communities=Communities(languages=("ro",))
    )
    name_workers(by=BY, programme_id=programme_id, membership_ids=[_of("midwife")])
    return programme_id


def _programme_act(act: Callable[[ProgrammeId, World], object]) -> Prepare:
    def prepare(world: World) -> Act:
        programme_id = _programme(world)
        return lambda: act(programme_id, world)

    return prepare


def _enrolled(act: Callable[[EnrolmentId], object]) -> Prepare:
    def prepare(world: World) -> Act:
        family_id = world.families["own"].id
        enrolment_id = enrol_family(
            by=_colleague("midwife"), programme_id=_programme(world), family_id=family_id, language="ro"
        )
        return lambda: act(enrolment_id)

    return prepare


def _unconsented(world: World) -> Act:
    midwife, family = _colleague("midwife"), world.families["own"]
    (ours,) = midwife.organisation_ids
    enrol_family(by=midwife, programme_id=_programme(world), family_id=family.id, language="ro")
    take_all_back(family)
    return lambda: end_enrolments_without_consent(ConsentWithdrawn(family.id, ours, Purpose.CARE))


def _new_programme(_world: World) -> Act:
    (ours,) = _colleague("midwife").organisation_ids
    communities = Communities(languages=("ro",))
    return lambda: found_programme(by=BY, organisation_id=ours, name="Beside you", communities=communities)


LEADING_ACTS: dict[str, Prepare] = {
    "caseloads.name_deputy": _deputy,
    "caseloads.propose_handover": _proposal,
    "caseloads.accept_handover": _handover(lambda it: accept_handover(by=_colleague("midwife"), handover_id=it)),
    "caseloads.decline_handover": _handover(
        lambda it: decline_handover(by=_colleague("midwife"), handover_id=it, why=DeclineReason.CASELOAD)
    ),
    "caseloads.withdraw_handover": _handover(
        lambda it: withdraw_handover(by=_colleague("health-visitor"), handover_id=it)
    ),
    "caseloads.complete_handover": _handover(
        lambda it: complete_handover(by=_colleague("midwife"), handover_id=it, how=Introduction.MESSAGE),
        accepted=True,
    ),
    "caseloads.close_handover_for_bereavement": _bereaved_handover,
    "caseloads.plan_absence": lambda world: lambda: _absence(world),
    "caseloads.call_off_absence": _absent(lambda it: call_off_absence(by=_colleague("midwife"), absence_id=it)),
    "caseloads.tell_of_cover": _absent(lambda it: tell_of_cover(by=BY, absence_id=it)),
    "caseloads.reassign_leavers_work": _leaver,
    "caseloads.reassign_unowned_work": _unowned,
    "caseloads.warn_of_move": _moved,
    "caseloads.watch_breaks": lambda _: lambda: watch_breaks(by=BY),
    "contacts.watch_new_faces": lambda _: lambda: watch_new_faces(by=BY),
    "programmes.end_leavers_part": _worker_left,
    "programmes.found_programme": _new_programme,
    "programmes.name_workers": _programme_act(
        lambda it, _world: name_workers(by=BY, programme_id=it, membership_ids=[])
    ),
    "programmes.enrol_family": _programme_act(
        lambda it, world: enrol_family(
            by=_colleague("midwife"), programme_id=it, family_id=world.families["own"].id, language="ro"
        )
    ),
    "programmes.end_enrolment": _enrolled(
        lambda it: end_enrolment(by=_colleague("midwife"), enrolment_id=it, why="family_asked")
    ),
    "programmes.end_enrolments_without_consent": _unconsented,
}
