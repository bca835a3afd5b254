"""What somebody at work is told on her Today page. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    STEP_HANDED_ON = "step_handed_on"
    STEP_LATE = "step_late"
    STEP_OF_LEAVER = "step_of_leaver"
    NOTICE_OF_LEAVER = "notice_of_leaver"
    CONCERN_RAISED = "concern_raised"
    NO_SAFEGUARDING_LEAD = "no_safeguarding_lead"
    NOT_BACK = "not_back"
    HANDOVER_PROPOSED = "handover_proposed"
    HANDOVER_ACCEPTED = "handover_accepted"
    HANDOVER_DECLINED = "handover_declined"
    HANDOVER_COMPLETE = "handover_complete"
    HANDOVER_WITHDRAWN = "handover_withdrawn"
    LEAD_OF_LEAVER = "lead_of_leaver"
    DEPUTY_NAMED = "deputy_named"
    DEPUTY_LEFT = "deputy_left"
    PROGRAMME_FAMILY_OF_LEAVER = "programme_family_of_leaver"
    COVER_ASKED = "cover_asked"
    ABSENCE_UNCOVERED = "absence_uncovered"
    MEMBERSHIP_ENDING = "membership_ending"
    SERVICE_ENDING = "service_ending"
    OUT_OF_AREA = "out_of_area"
    MOVED_TEAM = "moved_team"
    NEW_FACE = "new_face"
    FEEDING_SIGN = "feeding_sign"
    BIRTH_DAY_CORRECTED = "birth_day_corrected"
    WEIGHT_CORRECTED = "weight_corrected"
    INTERPRETER_UNCONFIRMED = "interpreter_unconfirmed"
    INTERPRETER_DECLINED = "interpreter_declined"
    INTERPRETER_LATE = "interpreter_late"
    OPENED_IN_EMERGENCY = "opened_in_emergency"
    EMERGENCY_BY_COLLEAGUE = "emergency_by_colleague"
    EMERGENCY_SEARCHES = "emergency_searches"
    REFERRAL_CAME = "referral_came"
    REFERRAL_MOVED = "referral_moved"
    REFERRAL_DUE_SOON = "referral_due_soon"
    REFERRAL_LATE = "referral_late"


# Something is late, somebody may be in danger, or something has lost its owner: never folded away, never cut off.
PRESSING = frozenset(
    {
        NoticeKind.STEP_LATE,
        NoticeKind.STEP_OF_LEAVER,
        NoticeKind.CONCERN_RAISED,
        NoticeKind.NO_SAFEGUARDING_LEAD,
        NoticeKind.NOT_BACK,
        NoticeKind.LEAD_OF_LEAVER,
        NoticeKind.ABSENCE_UNCOVERED,
        NoticeKind.FEEDING_SIGN,
        NoticeKind.INTERPRETER_UNCONFIRMED,
        NoticeKind.INTERPRETER_DECLINED,
        NoticeKind.INTERPRETER_LATE,
        NoticeKind.OPENED_IN_EMERGENCY,
        NoticeKind.EMERGENCY_BY_COLLEAGUE,
        NoticeKind.EMERGENCY_SEARCHES,
        NoticeKind.REFERRAL_LATE,
    }
)
