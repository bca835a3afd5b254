"""What the notices of panels say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.panels.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.FINDING_PASSED: NoticeWords(
        _("A panel of parents has found something. Please answer by %(due_on)s"), "answer-finding", "passed_id"
    ),
    NoticeKind.FINDING_ANSWERED: NoticeWords(_("What a panel found has been answered"), "answer-finding", "passed_id"),
    NoticeKind.FINDING_LATE: NoticeWords(
        _("A panel still waits for an answer that was due on %(due_on)s"),
        "answer-finding",
        "passed_id",
        is_pressing=True,
    ),
    NoticeKind.MEMBER_RESTS: NoticeWords(
        _("One member of a panel is written to no more, because the family mourns. Pay what is owed in person"),
        "panel-person",
        "member_id",
    ),
    NoticeKind.PANEL_WORK_LEFT: NoticeWords(
        _("%(who)s has left, and with them answers that panels wait for"), "panel-answers", ""
    ),
}
