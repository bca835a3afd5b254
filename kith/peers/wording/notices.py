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
    NoticeKind.PEER_ASKS_FOR_HELP: NoticeWords(
        _("%(who)s, a peer supporter, asks for help now. Ring, then say that you have answered"),
        "peer-watch",
        "",
        is_pressing=True,
    ),
    NoticeKind.PEER_HELP_WAITS: NoticeWords(
        _("%(who)s, a peer supporter, still waits for help. Nobody has answered"), "peer-watch", "", is_pressing=True
    ),
    NoticeKind.PEER_COST_PAID: NoticeWords(_("Money you asked back is paid"), "peer-today", ""),
    NoticeKind.PEER_COST_REFUSED: NoticeWords(
        _("Money you asked back is not paid. The reason stands on your page"), "peer-today", ""
    ),
    NoticeKind.PEER_PAIRS: NoticeWords(_("Mothers and supporters to look at this week: %(count)s"), "peer-watch", ""),
    NoticeKind.PEER_WISHED: NoticeWords(_("A mother asks for a peer supporter"), "peer-wish", "wish_id"),
}
