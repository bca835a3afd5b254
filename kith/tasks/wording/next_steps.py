"""The words of next steps, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kith.kernel.refusal import Refusal
from kith.tasks.rules.next_steps import DropReason, StepEnd

DROP_REASONS: Mapping[DropReason, Promise] = {
    DropReason.NOT_WANTED: _("The family does not want it"),
    DropReason.DONE_BY_OTHERS: _("Somebody else has done it"),
    DropReason.NOT_REACHED: _("I could not reach the family"),
    DropReason.NO_LONGER_NEEDED: _("It is not needed any more"),
}
STEP_ENDS: Mapping[StepEnd, Promise] = {
    StepEnd.DONE: _("Done"),
    StepEnd.HANDED_ON: _("Handed on"),
    StepEnd.DROPPED: _("Dropped"),
    StepEnd.BEREAVED: _("Ended, because the family has lost somebody"),
    StepEnd.CONSENT_WITHDRAWN: _("Ended, because the family no longer agrees"),
}
STEP_REFUSALS: Mapping[str, tuple[str, Promise]] = {
    "step_says_nothing": ("step_what", _("Write what is to be done")),
    "step_too_long": ("step_what", _("Write it in 200 letters or fewer")),
    "step_due_in_past": ("step_due", _("The day cannot lie in the past")),
    "step_due_too_far": ("step_due", _("Choose a day within two years")),
    "owner_has_left": ("step_owner", _("Choose somebody who still works here")),
    "owner_may_not_open": ("step_owner", _("Choose somebody whom the family lets see its record")),
    "step_is_over": ("step_what", _("This is done or dropped already")),
    "step_is_hers_already": ("step_owner", _("It is hers already")),
}


def step_refusal(refusal: Refusal) -> tuple[str, str]:
    """The field that is at fault, and why it cannot be."""
    field, words = STEP_REFUSALS.get(refusal.code, ("", _("This cannot be recorded")))
    return field, str(words)


def bereavement_call_words() -> str:
    """The one step that stays; the record is kept in English, whoever wrote it."""
    with override("en"):
        return str(_("Call the family: somebody has died"))
