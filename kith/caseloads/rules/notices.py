"""The kinds of notices that caseloads raises for people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the words stand in wording, the particulars in its facts as ids and codes."""

    HANDOVER_PROPOSED = "handover_proposed"
    HANDOVER_ACCEPTED = "handover_accepted"
    HANDOVER_DECLINED = "handover_declined"
    HANDOVER_COMPLETE = "handover_complete"
    HANDOVER_WITHDRAWN = "handover_withdrawn"
    LEAD_OF_LEAVER = "lead_of_leaver"
    DEPUTY_NAMED = "deputy_named"
    DEPUTY_LEFT = "deputy_left"
    COVER_ASKED = "cover_asked"
    ABSENCE_UNCOVERED = "absence_uncovered"
    MEMBERSHIP_ENDING = "membership_ending"
    SERVICE_ENDING = "service_ending"
    OUT_OF_AREA = "out_of_area"
    MOVED_TEAM = "moved_team"
    OPENED_IN_EMERGENCY = "opened_in_emergency"
    EMERGENCY_BY_COLLEAGUE = "emergency_by_colleague"
    EMERGENCY_SEARCHES = "emergency_searches"
    WAY_CHANGED = "way_changed"
    WAY_REFUSED = "way_refused"
    PARENT_WROTE = "parent_wrote"
