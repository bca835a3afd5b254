"""What a notice says, and where it leads."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.care.rules.notices import NoticeKind


@dataclass(frozen=True)
class NoticeWords:
    """A sentence, which may name ``%(who)s`` and any fact, and the page it leads to: its name, and the fact it needs.

    Who is looked up by the fact ``from_membership_id``, ``membership_id`` or ``lead_id``; a fact that ends in ``_on``
    is a day and is written as one. Without a page's name the notice leads nowhere.
    """

    sentence: Promise
    url_name: str = "family"
    fact: str = "family_id"


NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.STEP_HANDED_ON: NoticeWords(_("%(who)s gave you a next step"), "next-step", "step_id"),
    NoticeKind.STEP_LATE: NoticeWords(_("A next step of %(who)s is overdue"), "next-step", "step_id"),
    NoticeKind.STEP_OF_LEAVER: NoticeWords(
        _("%(who)s has left. This next step needs somebody else"), "next-step", "step_id"
    ),
    NoticeKind.NOTICE_OF_LEAVER: NoticeWords(_("%(who)s has left without seeing a notice")),
    NoticeKind.CONCERN_RAISED: NoticeWords(_("A safeguarding concern waits for you"), "concern", "concern_id"),
    NoticeKind.NO_SAFEGUARDING_LEAD: NoticeWords(
        _("Your organisation has no safeguarding lead, and one is needed now"), ""
    ),
    NoticeKind.NOT_BACK: NoticeWords(
        _("%(who)s has not said that she is back from a visit"), "lone-visit", "lone_visit_id"
    ),
    NoticeKind.HANDOVER_PROPOSED: NoticeWords(_("%(who)s asks you to lead a family"), "handover", "handover_id"),
    NoticeKind.HANDOVER_ACCEPTED: NoticeWords(_("%(who)s has agreed to lead your family"), "handover", "handover_id"),
    NoticeKind.HANDOVER_DECLINED: NoticeWords(_("%(who)s cannot lead your family"), "handover", "handover_id"),
    NoticeKind.HANDOVER_COMPLETE: NoticeWords(_("%(who)s now leads your family, and has been introduced")),
    NoticeKind.HANDOVER_WITHDRAWN: NoticeWords(_("%(who)s no longer asks you to lead a family")),
    NoticeKind.LEAD_OF_LEAVER: NoticeWords(_("%(who)s has left. Look who leads this family now")),
    NoticeKind.DEPUTY_NAMED: NoticeWords(_("%(who)s has named you as deputy")),
    NoticeKind.DEPUTY_LEFT: NoticeWords(_("%(who)s has left. This family needs another deputy")),
    NoticeKind.PROGRAMME_FAMILY_OF_LEAVER: NoticeWords(
        _("%(who)s has left. In the programme you stand beside this family now")
    ),
    NoticeKind.COVER_ASKED: NoticeWords(_("%(who)s will be away, and you stand in for her"), ""),
    NoticeKind.ABSENCE_UNCOVERED: NoticeWords(_("%(who)s will be away, and nobody stands in for all her families"), ""),
    NoticeKind.MEMBERSHIP_ENDING: NoticeWords(_("%(who)s works until %(until_on)s and still leads families"), ""),
    NoticeKind.SERVICE_ENDING: NoticeWords(_("The service of %(who)s ends for this family on %(ends_on)s")),
    NoticeKind.OUT_OF_AREA: NoticeWords(_("This family lives where %(who)s does not work")),
    NoticeKind.MOVED_TEAM: NoticeWords(_("%(who)s has moved to another team and still leads families"), ""),
    NoticeKind.FEEDING_SIGN: NoticeWords(_("A sign in the feeding record of this family needs somebody today")),
    NoticeKind.BIRTH_DAY_CORRECTED: NoticeWords(
        _("A day of birth was corrected. Look whether what was written down before still fits")
    ),
    NoticeKind.WEIGHT_CORRECTED: NoticeWords(_("A weight that led to you has been corrected")),
    NoticeKind.REFERRAL_CAME: NoticeWords(_("A referral waits for an answer"), "referral", "referral_id"),
    NoticeKind.REFERRAL_MOVED: NoticeWords(_("There is news of a referral"), "referral", "referral_id"),
    NoticeKind.REFERRAL_DUE_SOON: NoticeWords(_("The clock of a referral runs out soon"), "referral", "referral_id"),
    NoticeKind.REFERRAL_LATE: NoticeWords(_("A referral is late"), "referral", "referral_id"),
    NoticeKind.INTERPRETER_UNCONFIRMED: NoticeWords(
        _("No interpreter is confirmed yet"), "interpreter-booking", "interpreter_booking_id"
    ),
    NoticeKind.INTERPRETER_DECLINED: NoticeWords(
        _("The interpreter cannot come"), "interpreter-booking", "interpreter_booking_id"
    ),
    NoticeKind.INTERPRETER_LATE: NoticeWords(
        _("The interpreter will be late"), "interpreter-booking", "interpreter_booking_id"
    ),
    NoticeKind.OPENED_IN_EMERGENCY: NoticeWords(_("%(who)s opened this family’s record in an emergency")),
    NoticeKind.EMERGENCY_BY_COLLEAGUE: NoticeWords(_("%(who)s opened a record in an emergency. Speak with her"), ""),
    NoticeKind.EMERGENCY_SEARCHES: NoticeWords(
        _("%(who)s searched for records in an emergency several times in one hour and found nobody. Speak with her"),
        "",
    ),
    NoticeKind.NEW_FACE: NoticeWords(_("This family has met many different people lately")),
}
UNNAMED = NoticeWords(_("There is something new for you"))


def notice_words(kind: NoticeKind) -> NoticeWords:
    """What a notice of this kind says; a kind that has no words yet is still not lost."""
    return NOTICES.get(kind, UNNAMED)
