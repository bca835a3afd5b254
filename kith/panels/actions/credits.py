"""Saying what was made together, and how each who helped wishes to be shown."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.panels.actions.locking import members_by_id, opened_member, person
from kith.panels.actions.telling import tell
from kith.panels.models.credits import Credit, JointWork
from kith.panels.rules.codes import CreditId, JointWorkId, MemberId, Naming, WorkKind
from kith.panels.rules.crediting import may_be_named
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def note_joint_work(*, by: Actor, title: str, kind: WorkKind, made_on: date, request_key: UUID) -> JointWorkId:
    """Write down what was made together; the same request key never writes two."""
    access.require(by, Permission.MANAGE_PANELS)
    if before := JointWork.objects.filter(request_key=request_key).first():
        return JointWorkId(before.pk)
    if made_on > clock.today():
        raise Refusal("joint_work_to_come")
    new = {"title": title.strip(), "kind": kind, "made_on": made_on, "noted_by_id": person(by)}
    row = JointWork.objects.create(**new, request_key=request_key)
    audit.record(by, "panels.joint_work_noted", row)
    return JointWorkId(row.pk)


@action
def ask_how_to_credit(*, by: Actor, work_id: JointWorkId, members: Collection[MemberId]) -> None:
    """Ask each who helped how she wishes to be shown; until she answers she is not. She is asked once."""
    access.require(by, Permission.MANAGE_PANELS)
    work = JointWork.objects.select_for_update(of=("self",)).filter(pk=work_id).first()
    found = members_by_id(members)
    if work is None or set(members) != found.keys():
        raise NotFound("joint work")
    for member in found.values():
        row, is_new = Credit.objects.get_or_create(work=work, member=member)
        if is_new:
            audit.record(by, "panels.credit_asked", row, work=work.pk)
            tell(member, "panel_credit", f"{row.pk}", title=work.title)


@action
def say_how_to_credit(*, by: Actor, token: str, credit_id: CreditId, naming: Naming, named_as: str = "") -> None:
    """Take her word how she is shown; at any time her last word counts, and a name taken back is gone at once."""
    member = opened_member(by, token)
    row = Credit.objects.select_for_update(of=("self",)).filter(pk=credit_id, member=member).first()
    if row is None or naming is Naming.NOT_SAID:
        raise NotFound("credit")
    shown = " ".join(named_as.split()) if naming is Naming.NAMED else ""
    if refusal := may_be_named(naming, shown):
        raise refusal
    if (row.naming, row.named_as) == (naming, shown):
        return
    row.naming, row.named_as, row.said_at = naming, shown, clock.now()
    row.save(update_fields=["naming", "named_as", "said_at"])
    audit.record(by, "panels.credit_said", row, naming=naming)
