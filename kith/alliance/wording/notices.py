"""What the alliance's notices say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.alliance.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.ACTION_GIVEN: NoticeWords(
        _("The alliance has agreed that you do something by %(due_on)s"), "agreed-action", "action_id"
    ),
    NoticeKind.ALLIANCE_WORK_LEFT: NoticeWords(
        _("%(who)s has left, and with them agreed actions"), "agreed-actions", ""
    ),
}
