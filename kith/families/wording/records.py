"""The words for the codes of a family's record, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.families.rules.codes import CameBy, InterpreterNeed, Purpose

PURPOSES: Mapping[Purpose, Promise] = {
    Purpose.CARE: _("Care of parent and baby"),
    Purpose.PEER_SUPPORT: _("Support from another parent"),
    Purpose.OFFERS: _("News of groups and courses"),
    Purpose.REFERRAL: _("A referral: they see only what it needs"),
}
CAME_BY: Mapping[CameBy, Promise] = {
    CameBy.WORKER: _("Record begun by somebody who cares for the family"),
    CameBy.BOOKING: _("Record begun with a booking"),
    CameBy.IMPORT: _("Record brought in from elsewhere"),
}
INTERPRETER_NEEDS: Mapping[InterpreterNeed, Promise] = {
    InterpreterNeed.YES: _("Interpreter needed"),
    InterpreterNeed.NO: _("No interpreter needed"),
    InterpreterNeed.NOT_ASKED: _("Interpreter: not asked yet"),
}
