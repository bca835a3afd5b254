"""The refusals and notices of welcome, in the reader's language."""

from collections.abc import Mapping
from typing import cast

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused
from kith.tasks.wording.notices import NoticeWords
from kith.welcome.rules.notices import NoticeKind


def _photos_enough(refusal: Refusal) -> str:
    most = formats.number(cast("int", refusal.facts["most"]))
    return gettext("A venue shows at most %(most)s photos. Take one away first.") % {"most": most}


REFUSALS: RefusalWords = {
    "photo_without_words": Refused(_("Describe the photo for somebody who cannot see it"), "alt"),
    "photo_without_agreement": Refused(
        _("Say whether those who can be recognised have agreed. Without that the photo is not shown."), "agreement"
    ),
    "photo_agreed_by_nobody": Refused(_("Write who has agreed, and when"), "agreed_words"),
    "photos_enough": Refused(_photos_enough),
    "visit_link_over": Refused(_("This link is too old to tell us by. Please ask for a new one.")),
    "visit_to_come": Refused(_("Enter the day on which you were there"), "visited_on"),
    "visit_too_long_ago": Refused(
        _("That is more than three months ago. Enter the day of a later visit"), "visited_on"
    ),
    "visit_says_nothing": Refused(_("Answer at least one question")),
    "visit_not_told": Refused(_("Nobody has told of this visit yet.")),
    "improvement_says_nothing": Refused(_("Write what is to be put right"), "what"),
    "improvement_due_in_the_past": Refused(_("Choose a day to come"), "due_on"),
    "improvement_owner_has_left": Refused(_("Choose a colleague who works in your organisation today"), "owner"),
    "improvement_is_over": Refused(_("This has ended already.")),
    "improvement_says_not_why": Refused(_("Write why it cannot be put right"), "outcome"),
}
NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.VISIT_TOLD: NoticeWords(_("A parent says how it is at one of your venues"), "visit", "visit_id"),
    NoticeKind.IMPROVEMENT_GIVEN: NoticeWords(
        _("Something at a venue is for you to put right"), "improvement", "improvement_id"
    ),
}
