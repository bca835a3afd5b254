"""What the notices of feeding say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.FEEDING_SIGN: NoticeWords(
        _("A sign in the feeding record of this family needs somebody today"), is_pressing=True
    ),
    NoticeKind.BIRTH_DAY_CORRECTED: NoticeWords(
        _("A day of birth was corrected. Look whether what was written down before still fits")
    ),
    NoticeKind.WEIGHT_CORRECTED: NoticeWords(_("A weight that led to you has been corrected")),
}
