"""What the notices of caseloads say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.caseloads.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.HANDOVER_PROPOSED: NoticeWords(_("%(who)s asks you to lead a family"), "handover", "handover_id"),
    NoticeKind.HANDOVER_ACCEPTED: NoticeWords(_("%(who)s has agreed to lead your family"), "handover", "handover_id"),
    NoticeKind.HANDOVER_DECLINED: NoticeWords(_("%(who)s cannot lead your family"), "handover", "handover_id"),
    NoticeKind.HANDOVER_COMPLETE: NoticeWords(_("%(who)s now leads your family, and has been introduced")),
    NoticeKind.HANDOVER_WITHDRAWN: NoticeWords(_("%(who)s no longer asks you to lead a family")),
    NoticeKind.LEAD_OF_LEAVER: NoticeWords(_("%(who)s has left. Look who leads this family now"), is_pressing=True),
    NoticeKind.DEPUTY_NAMED: NoticeWords(_("%(who)s has named you as deputy")),
    NoticeKind.DEPUTY_LEFT: NoticeWords(_("%(who)s has left. This family needs another deputy")),
    NoticeKind.COVER_ASKED: NoticeWords(_("%(who)s will be away, and you stand in for her"), ""),
    NoticeKind.ABSENCE_UNCOVERED: NoticeWords(
        _("%(who)s will be away, and nobody stands in for all her families"), "", is_pressing=True
    ),
    NoticeKind.MEMBERSHIP_ENDING: NoticeWords(_("%(who)s works until %(until_on)s and still leads families"), ""),
    NoticeKind.SERVICE_ENDING: NoticeWords(_("The service of %(who)s ends for this family on %(ends_on)s")),
    NoticeKind.OUT_OF_AREA: NoticeWords(_("This family lives where %(who)s does not work")),
    NoticeKind.MOVED_TEAM: NoticeWords(_("%(who)s has moved to another team and still leads families"), ""),
    NoticeKind.OPENED_IN_EMERGENCY: NoticeWords(
        _("%(who)s opened this family’s record in an emergency"), is_pressing=True
    ),
    NoticeKind.ACCESS_ASKED: NoticeWords(
        _("%(who)s would like to see this family’s record. Ask the family whether they agree")
    ),
    NoticeKind.EMERGENCY_BY_COLLEAGUE: NoticeWords(
        _("%(who)s opened a record in an emergency. Speak with her"), "", is_pressing=True
    ),
    NoticeKind.EMERGENCY_SEARCHES: NoticeWords(
        _("%(who)s searched for records in an emergency several times in one hour and found nobody. Speak with her"),
        "",
        is_pressing=True,
    ),
    NoticeKind.SIGN_ANSWERED: NoticeWords(
        _("%(who)s has answered a sign in this family’s feeding record. Read what was found and done"),
        "next-step",
        "step_id",
    ),
    NoticeKind.SIGN_PASSED_ON: NoticeWords(
        _("%(known_as)s no longer lets your organisation see its record. The sign that led to you is with others now"),
        "",
    ),
    NoticeKind.SIGN_LEFT_OPEN: NoticeWords(
        _("%(known_as)s no longer lets your organisation see its record. A sign was open, and nobody looks at it now"),
        "",
        is_pressing=True,
    ),
    NoticeKind.LEAD_ENDED_BY_FAMILY: NoticeWords(
        _("%(known_as)s no longer lets your organisation see its record. You no longer stand beside this family"), ""
    ),
    NoticeKind.FAMILY_CLOSED: NoticeWords(
        _("%(known_as)s no longer lets your organisation see its record. %(who)s led this family until now"), ""
    ),
    NoticeKind.COVER_CALLED_OFF: NoticeWords(_("%(who)s will be here after all. You need not stand in"), ""),
    NoticeKind.WAY_CHANGED: NoticeWords(_("Links and codes for this family now go to another number or mailbox")),
    NoticeKind.WAY_REFUSED: NoticeWords(
        _("The old number or mailbox of this family refused a change. Speak with them"), is_pressing=True
    ),
    NoticeKind.PARENT_WROTE: NoticeWords(_("A parent has written to you"), "next-step", "step_id", is_pressing=True),
}
