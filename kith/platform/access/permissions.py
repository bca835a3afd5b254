"""Who pages are for, and what people may do: each list stands here once."""

from enum import StrEnum


class Audience(StrEnum):
    """Who a page is for; every URL declares one."""

    PUBLIC = "public"
    PARENT = "parent"
    STAFF = "staff"
    DEMONSTRATION = "demonstration"
    MACHINE = "machine"


class Permission(StrEnum):
    """One thing a viewer may do. Roles are sets of these."""

    BOOK_PLACE = "book_place"
    CANCEL_BOOKING = "cancel_booking"
    SEE_OWN_RECORD = "see_own_record"
    GIVE_CONSENT = "give_consent"
    REGISTER_FAMILY = "register_family"
    CHANGE_RECORD = "change_record"
    MERGE_FAMILIES = "merge_families"
    SPLIT_RECORD = "split_record"
    SEE_FAMILY = "see_family"
    SEE_ALL_AGREED = "see_all_agreed"
    LEAD_FAMILY = "lead_family"
    MANAGE_CASELOADS = "manage_caseloads"
    MANAGE_PROGRAMMES = "manage_programmes"
    SEE_CONTINUITY = "see_continuity"
    RECORD_FEEDING = "record_feeding"
    MANAGE_FEEDING = "manage_feeding"
    REFER = "refer"
    ANSWER_REFERRAL = "answer_referral"
    RECORD_BEREAVEMENT = "record_bereavement"
    BREAK_GLASS = "break_glass"
    RECORD_CONTACT = "record_contact"
    SEE_CONCERNS = "see_concerns"
    SEE_LANGUAGE = "see_language"
    BOOK_INTERPRETER = "book_interpreter"
    MANAGE_INTERPRETING = "manage_interpreting"
    ANSWER_BY_LINK = "answer_by_link"
    SEE_NUMBERS = "see_numbers"
    RELEASE_NUMBERS = "release_numbers"
    SEE_TODAY = "see_today"
    SEE_REGISTER = "see_register"
    MANAGE_SESSIONS = "manage_sessions"
    MANAGE_DIRECTORY = "manage_directory"
    MANAGE_ALLIANCE = "manage_alliance"
    SEE_STORIES = "see_stories"
    SEE_THEMES = "see_themes"
    MANAGE_THEMES = "manage_themes"
    MANAGE_MEETINGS = "manage_meetings"
    MANAGE_PANELS = "manage_panels"
    MANAGE_LIBRARY = "manage_library"
    SEE_OWN_TRAINING = "see_own_training"
    SIGN_COMPETENCE = "sign_competence"
    SEE_EDUCATION = "see_education"
    MANAGE_EDUCATION = "manage_education"
    MANAGE_REQUIREMENTS = "manage_requirements"
    MANAGE_PEERS = "manage_peers"
    SEE_PEER_TODAY = "see_peer_today"
    LEND_PUMP = "lend_pump"
    MANAGE_STOCK = "manage_stock"
    SEE_GALLERY = "see_gallery"
    SEE_AUDIT = "see_audit"
    ANSWER_DATA_REQUESTS = "answer_data_requests"
    ADMINISTER = "administer"
    ADMINISTER_PLACE = "administer_place"


ANONYMOUS_PERMISSIONS = frozenset({Permission.BOOK_PLACE, Permission.CANCEL_BOOKING, Permission.ANSWER_BY_LINK})
PARENT_PERMISSIONS = ANONYMOUS_PERMISSIONS | {
    Permission.SEE_OWN_RECORD,
    Permission.GIVE_CONSENT,
    Permission.REFER,
}
