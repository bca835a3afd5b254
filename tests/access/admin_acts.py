"""Every action of administrators, done once, and what their addresses ask for."""

from collections.abc import Callable
from datetime import timedelta

from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from kith.imports.rows import Row
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import OrganisationId
from kith.organisations.actions import factors, invitations, machinery, people, suspending
from kith.organisations.actions.staff_list import invite_staff
from kith.organisations.rules import Duty, FactorResetId, Role, SuspensionReason
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.platform.jobs import enqueue
from testing.people import worker
from tests.access.admin_ids import invited
from tests.access.way_ids import letters
from tests.access.world import BY, World

Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _silently(act: Act) -> Act:
    def done() -> None:
        with letters():
            act()

    return done


def _person() -> Viewer:
    return worker(Role.MIDWIFE, name="Maria Ionescu")


def _of(act: Callable[..., object], **more: object) -> Prepare:
    def prepare(_world: World) -> Act:
        membership_id = _person().membership_id
        return lambda: act(by=BY, membership_id=membership_id, **more)

    return prepare


def _invite(_world: World) -> Act:
    own = OrganisationId(min(_person().organisation_ids))
    return lambda: invited(own)


def _again(_world: World) -> Act:
    invitation_id, _ = invited(OrganisationId(min(_person().organisation_ids)))
    return _silently(lambda: invitations.send_invitation_again(by=BY, invitation_id=invitation_id))


def _withdrawn(_world: World) -> Act:
    invitation_id, _ = invited(OrganisationId(min(_person().organisation_ids)))
    return lambda: invitations.withdraw_invitation(by=BY, invitation_id=invitation_id)


def _accepted(_world: World) -> Act:
    _, token = invited(OrganisationId(min(_person().organisation_ids)))
    return lambda: invitations.accept_invitation(by=ANONYMOUS, token=token)


def _lapsed(_world: World) -> Act:
    invited(OrganisationId(min(_person().organisation_ids)))
    later = FixedClock(clock.now() + timedelta(days=31))

    def lapse() -> None:
        with clock.use(later):
            invitations.lapse_invitations(by=BY)

    return lapse


def _lifted(_world: World) -> Act:
    membership_id = _person().membership_id
    assert membership_id
    suspending.suspend_membership(by=BY, membership_id=membership_id, reason=SuspensionReason.AWAY)
    return lambda: suspending.lift_suspension(by=BY, membership_id=membership_id)


def _asked() -> tuple[Viewer, FactorResetId]:
    """A request of one administrator, and another who may confirm it."""
    person = _person()
    (own,) = person.organisation_ids
    first, second = (worker(Role.ADMIN, at=own, name=name) for name in ("Ann", "Bea"))
    assert person.membership_id
    with letters():
        asked = factors.ask_factor_reset(by=first, membership_id=person.membership_id, reason="I met Maria today")
    return second, asked


def _factor_asked(_world: World) -> Act:
    person = _person()
    admin = worker(Role.ADMIN, at=OrganisationId(min(person.organisation_ids)))
    assert person.membership_id
    membership_id = person.membership_id
    return _silently(lambda: factors.ask_factor_reset(by=admin, membership_id=membership_id, reason="I met Maria"))


def _factor_confirmed(_world: World) -> Act:
    second, reset_id = _asked()
    return _silently(lambda: factors.confirm_factor_reset(by=second, reset_id=reset_id))


def _factor_withdrawn(_world: World) -> Act:
    second, reset_id = _asked()
    return lambda: factors.withdraw_factor_reset(by=second, reset_id=reset_id)


def _staff(_world: World) -> Act:
    admin = worker(Role.ADMIN)
    row = Row(2, {"name": "Maria Ionescu", "email": "maria@example.org", "role": "Midwife"})
    return _silently(lambda: invite_staff(by=admin, rows=[row]))


def _job(_world: World) -> Act:
    enqueue("platform.deliver_event", event_id=7)
    job = ProcrastinateJob.objects.latest("id")
    fail(job.pk)
    return lambda: machinery.retry_job(by=BY, job_id=job.pk)


def fail(job_id: int) -> None:
    """Let a queued job be one that has failed for good."""
    with connection.cursor() as cursor:
        for status in ("doing", "failed"):
            cursor.execute("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", [status, job_id])


def _with_own_team(_world: World) -> Act:
    person = _person()
    assert person.membership_id
    membership_id = person.membership_id
    return lambda: people.change_person(
        by=BY, membership_id=membership_id, role=Role.HEALTH_VISITOR, team_id=None, duties=[Duty.MANAGER]
    )


ADMIN_ACTS: dict[str, Prepare] = {
    "organisations.invite_person": _invite,
    "organisations.send_invitation_again": _again,
    "organisations.withdraw_invitation": _withdrawn,
    "organisations.accept_invitation": _accepted,
    "organisations.lapse_invitations": _lapsed,
    "organisations.suspend_membership": _of(suspending.suspend_membership, reason=SuspensionReason.AWAY),
    "organisations.lift_suspension": _lifted,
    "organisations.change_role": _of(people.change_role, role=Role.HEALTH_VISITOR),
    "organisations.change_person": _with_own_team,
    "organisations.ask_factor_reset": _factor_asked,
    "organisations.confirm_factor_reset": _factor_confirmed,
    "organisations.withdraw_factor_reset": _factor_withdrawn,
    "organisations.invite_staff": _staff,
    "organisations.retry_job": _job,
    "organisations.note_import": lambda _: (
        lambda: machinery.note_import(by=BY, kind="areas", counts={"wards": 3}, faults=[])
    ),
}
