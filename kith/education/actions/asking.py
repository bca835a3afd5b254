"""What the place asks of each role: read for a decision, and set anew by the lead."""

from datetime import date

from django.db import IntegrityError, transaction

from kith.education.models.asked import versions_of
from kith.education.models.requirements import Requirement
from kith.education.rules.requirements import Asked, Version, first_version, may_ask
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def set_requirement(*, by: Actor, training: Training, asked: Asked, from_on: date, after: int) -> None:
    """Ask something else from a day on, in the place of version ``after``; what was earned before counts on."""
    access.require(by, Permission.MANAGE_REQUIREMENTS)
    versions = versions_of(training)
    newest = max(versions, key=lambda each: each.number)
    if newest.number != after:
        raise Refusal("changed_since")
    if refusal := may_ask(asked, from_on=from_on, newest=newest, today=clock.today()):
        raise refusal
    row_of(first_version(training))
    try:
        with transaction.atomic():
            row = _written(Version(training, newest.number + 1, from_on, asked), by)
    except IntegrityError as fault:
        raise Refusal("changed_since") from fault
    audit.record(by, "education.requirement_set", row, training=training, version=row.version)


def row_of(version: Version) -> Requirement:
    """The row of this version; the first one is written down when it is first used."""
    found = Requirement.objects.filter(training=version.training, version=version.number).first()
    if found is None:
        try:
            with transaction.atomic():
                return _written(version, None)
        except IntegrityError:
            found = Requirement.objects.get(training=version.training, version=version.number)
    return found


def _written(version: Version, by: Actor | None) -> Requirement:
    asked = version.asked
    return Requirement.objects.create(
        training=version.training,
        version=version.number,
        roles=sorted(role.value for role in asked.roles),
        needs_attendance=asked.needs_attendance,
        needs_competence=asked.needs_competence,
        lasts_months=asked.lasts_months,
        grace_days=asked.grace_days,
        from_on=version.from_on,
        decided_by_id=by.membership_id if by else None,
    )
