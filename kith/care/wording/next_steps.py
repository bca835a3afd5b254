"""The words of next steps, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kith.care.rules.next_steps import DropReason, StepEnd

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


def bereavement_call_words() -> str:
    """The one step that stays; the record is kept in English, whoever wrote it."""
    with override("en"):
        return str(_("Call the family: somebody has died"))
