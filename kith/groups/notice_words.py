"""What the notices of groups say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.groups.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.DEATH_HEARD: NoticeWords(
        _("%(who)s heard that somebody has died in this family. Write it down now, so that all falls silent"),
        "bereavement",
        is_pressing=True,
    ),
}
