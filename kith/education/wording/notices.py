"""What the notices of training say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.education.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.TRAINING_ENDS: NoticeWords(
        _("A training of yours ends on %(ends_on)s: renew it in time"), "my-training", ""
    ),
    NoticeKind.TRAINING_ENDED: NoticeWords(
        _("A training of yours ended on %(ends_on)s. Until you renew it, do not do what it is for"),
        "my-training",
        "",
        is_pressing=True,
    ),
    NoticeKind.TRAINING_OF_COLLEAGUE_ENDED: NoticeWords(
        _("A training of %(who)s ended on %(ends_on)s"), "person-training", "membership_id"
    ),
    NoticeKind.TRAINING_LATE: NoticeWords(_("A training that you need was due on %(ends_on)s"), "my-training", ""),
}
