"""What a page says after a deed has led back to it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DONE: Mapping[str, Promise] = {
    "feeding": _("Recorded. Thank you."),
    "goal": _("Recorded: what she hopes for."),
    "birth": _("Recorded. Welcome to the baby."),
    "registered": _("The record is begun."),
    "lead": _("You now lead this family."),
    "closed": _("Done. Your organisation can no longer see this record."),
    "opened": _("The record is open for you. Others have been told."),
    "bereaved": _("It is written down. Nothing more will be sent to this family."),
    "bereavement_undone": _("It is taken back. Messages and bookings stay as they are: speak to the family."),
    "deputy": _("The deputy is saved."),
    "handover_declined": _("Declined. The family stays with its lead."),
    "handover_withdrawn": _("Taken back. The family stays with its lead."),
    "handover_complete": _("Complete. The new lead leads from now on."),
    "enrolled": _("The programme now stands beside the family."),
    "contact": _("The contact is recorded. Thank you."),
    "contact_corrected": _("Corrected. What stood before stays in the timeline."),
    "step": _("The next step is written down."),
    "step_done": _("Done. Thank you."),
    "step_handed_on": _("Handed on. She is told on her Today page."),
    "set_out": _("You are noted as out. Say when you are back."),
    "back": _("Good. Nobody is alerted."),
    "precautions": _("Written down. Colleagues see it before they visit."),
    "precautions_ended": _("Nothing is to be minded any more."),
    "step_dropped": _("Dropped, with the reason."),
}


def done_words(code: str) -> str:
    """The words for an action's code; none for an unknown code."""
    return str(DONE.get(code, ""))
