"""The words for the codes of a family's record, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.rules.codes import PURPOSES_THAT_OPEN_THE_RECORD, CameBy, InterpreterNeed, Purpose

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


def may_words(purpose: Purpose) -> tuple[str, str]:
    """What the organisation may do by this consent, and may not any more once it is withdrawn."""
    if purpose in PURPOSES_THAT_OPEN_THE_RECORD:
        return gettext("%(organisation)s may see the record"), gettext("%(organisation)s may no longer see the record")
    if purpose is Purpose.REFERRAL:
        return gettext("%(organisation)s may know what a referral needs"), gettext(
            "%(organisation)s may no longer know it"
        )
    return gettext("%(organisation)s may write to the family"), gettext(
        "%(organisation)s may no longer write to the family"
    )
