"""What the notices of peers say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.peers.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.PEER_APPLIED: NoticeWords(_("A parent has applied to become a peer supporter"), "peer", "supporter_id"),
    NoticeKind.PEER_CHECK_ENDS: NoticeWords(
        _("The check of a peer supporter ends on %(ends_on)s: ask for a new one"), "peer", "supporter_id"
    ),
    NoticeKind.PEER_PAUSED: NoticeWords(
        _("A peer supporter is paused, because no check holds. Their families choose another"),
        "peer",
        "supporter_id",
        is_pressing=True,
    ),
    NoticeKind.PEER_WISHED: NoticeWords(_("A mother asks for a peer supporter"), "peer-wish", "wish_id"),
}
