"""What the notices of courses say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.courses.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.COURSE_FOLLOW_UPS: NoticeWords(
        _("A course is over. You follow up the mothers who have no named worker"), "course-follow-ups", ""
    ),
    NoticeKind.FOLLOW_UP_HANDED_ON: NoticeWords(
        _("%(who)s gave you the follow-up of a mother after her course"), "course-follow-up", "follow_up_id"
    ),
    NoticeKind.FOLLOW_UP_OF_LEAVER: NoticeWords(
        _("%(who)s has left. You follow up a mother after her course now"),
        "course-follow-up",
        "follow_up_id",
        is_pressing=True,
    ),
}
