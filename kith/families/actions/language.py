"""Writing down whether an interpreter is needed, once a worker has asked."""

from kith.families.actions.locking import lock_family
from kith.families.models.people import Parent
from kith.families.rules.codes import InterpreterNeed
from kith.kernel.ids import FamilyId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def answer_interpreter_need(*, by: Actor, family_id: FamilyId, need: InterpreterNeed) -> None:
    """Note the main parent's answer where no worker has asked yet; an answer that is there already stays as it is."""
    access.require(by, Permission.RECORD_CONTACT, family_id=family_id)
    lock_family(family_id)
    row = Parent.objects.get(family_id=family_id, is_main=True)
    if need is InterpreterNeed.NOT_ASKED or row.interpreter_need != InterpreterNeed.NOT_ASKED:
        return
    row.interpreter_need = need.value
    row.save(update_fields=["interpreter_need"])
    audit.record(by, "families.interpreter_need_answered", row, family_id=family_id, need=need)
