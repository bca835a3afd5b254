"""What the notices of safeguarding say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.safeguarding.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.CONCERN_RAISED: NoticeWords(
        _("A safeguarding concern waits for you"), "concern", "concern_id", is_pressing=True
    ),
    NoticeKind.NO_SAFEGUARDING_LEAD: NoticeWords(
        _("Your organisation has no safeguarding lead, and one is needed now"), "", is_pressing=True
    ),
    NoticeKind.NOT_BACK: NoticeWords(
        _("%(who)s has not said that she is back from a visit"), "lone-visit", "lone_visit_id", is_pressing=True
    ),
}
