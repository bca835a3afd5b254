"""The words of next steps, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kith.platform.ui.refusals import RefusalWords, Refused
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
REFUSALS: RefusalWords = {
    "step_says_nothing": Refused(_("Write what is to be done"), "step_what"),
    "step_too_long": Refused(_("Write it in 200 letters or fewer"), "step_what"),
    "step_due_in_past": Refused(_("The day cannot lie in the past"), "step_due"),
    "step_due_too_far": Refused(_("Choose a day within two years"), "step_due"),
    "owner_has_left": Refused(_("Choose somebody who still works here"), "step_owner"),
    "owner_may_not_open": Refused(_("Choose somebody whom the family lets see its record"), "step_owner"),
    "step_is_over": Refused(_("This is done or dropped already"), "step_what"),
    "say_what_was_found": Refused(_("Write what was found and what was done"), "outcome"),
    "outcome_too_long": Refused(_("Write it in 500 letters or fewer"), "outcome"),
    "sign_is_not_dropped": Refused(_("Write what was found and done, or hand it on"), "reason"),
    "step_is_hers_already": Refused(_("It is hers already"), "step_owner"),
}


def bereavement_call_words() -> str:
    """The one step that stays; the record is in English, whichever worker wrote it."""
    with override("en"):
        return str(_("Call the family: somebody has died"))
