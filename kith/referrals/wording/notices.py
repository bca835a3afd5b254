"""What the notices of referrals say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.referrals.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.REFERRAL_CAME: NoticeWords(_("A referral waits for an answer"), "referral", "referral_id"),
    NoticeKind.REFERRAL_MOVED: NoticeWords(_("There is news of a referral"), "referral", "referral_id"),
    NoticeKind.REFERRAL_DUE_SOON: NoticeWords(_("The clock of a referral runs out soon"), "referral", "referral_id"),
    NoticeKind.REFERRAL_LATE: NoticeWords(_("A referral is late"), "referral", "referral_id", is_pressing=True),
}
