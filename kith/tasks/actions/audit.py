"""What the administrators are told of the audit."""

from kith.kernel.ids import MembershipId
from kith.organisations.events import AuditBroken
from kith.organisations.queries.people import people_who
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice
from kith.tasks.rules.notices import NoticeKind

BY = system_actor("tasks.audit")


@action
def tell_of_broken_audit(event: AuditBroken) -> None:
    """Tell all who look after the audit, once a day. Safe to run twice."""
    for each in people_who(Permission.SEE_AUDIT):
        raise_notice(
            by=BY,
            kind=NoticeKind.AUDIT_BROKEN,
            dedupe_key=f"audit_broken:{event.found_on}:{each.id}",
            to=MembershipId(each.id),
        )
