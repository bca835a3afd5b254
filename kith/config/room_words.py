"""The words that each room brings for its notices and its refusals."""

from kith.alliance.wording import meetings as meeting_words
from kith.alliance.wording import notices as alliance_notices
from kith.awareness.wording import events as event_words
from kith.bundles.wording import refusals as bundle_words
from kith.cafes import wording as cafe_words
from kith.caseloads.wording import leading as caseload_words
from kith.caseloads.wording import notices as caseloads_notices
from kith.contacts.wording import contacts as contact_words
from kith.contacts.wording import notices as contacts_notices
from kith.courses.wording import notices as course_notices
from kith.courses.wording import refusals as course_words
from kith.directory import words as directory_words
from kith.education.wording import notices as education_notices
from kith.education.wording import refusals as education_refusals
from kith.equipment.wording import notices as equipment_notices
from kith.equipment.wording import refusals as equipment_words
from kith.families.wording import refusals as families_refusals
from kith.feeding.wording import notices as feeding_notices
from kith.feeding.wording import refusals as feeding_refusals
from kith.files import wording as file_words
from kith.finding import wording as finding_words
from kith.founding import wording as founding_words
from kith.groups import notice_words as group_notices
from kith.groups import words as group_words
from kith.hub_days import wording as hub_day_words
from kith.insight import wording as insight_words
from kith.interpreting import notice_words as interpreting_notices
from kith.interpreting import wording as interpreting_words
from kith.library import wording as library_words
from kith.listening.wording import notices as listening_notices
from kith.listening.wording import stories as story_words
from kith.listening.wording import themes as theme_words
from kith.messages import wording as message_words
from kith.missed import wording as missed_words
from kith.organisations import wording as organisation_words
from kith.panels.wording import notices as panel_notices
from kith.panels.wording import refusals as panel_words
from kith.peers.wording import notices as peer_notices
from kith.peers.wording import refusals as peer_words
from kith.plans.wording import notices as plan_notices
from kith.plans.wording import plan as plan_words
from kith.platform.ui import marketing
from kith.platform.ui.refusals import register_refusals
from kith.programmes.wording import notices as programmes_notices
from kith.programmes.wording import refusals as programmes_refusals
from kith.referrals.wording import notices as referrals_notices
from kith.referrals.wording import referrals as referral_words
from kith.rights.wording import requests as rights_words
from kith.rotas import wording as rota_words
from kith.safeguarding.wording import notices as safeguarding_notices
from kith.safeguarding.wording import safety as safety_words
from kith.stores import wording as store_words
from kith.studies import wording as study_words
from kith.tasks.wording import next_steps
from kith.tasks.wording import notices as tasks_notices
from kith.tasks.wording.notices import register_notices
from kith.timetables.wording import refusals as timetable_refusals
from kith.undoing import wording as undoing_words
from kith.ways import wording as way_words
from kith.welcome.wording import refusals as welcome_words
from kith.whats_on import words as whats_on_words


def say_what_notices_mean() -> None:
    """Each room brings the words of its own kinds."""
    register_notices(tasks_notices.NOTICES)
    register_notices(interpreting_notices.NOTICES)
    register_notices(safeguarding_notices.NOTICES)
    register_notices(rota_words.NOTICES)
    register_notices(referrals_notices.NOTICES)
    register_notices(programmes_notices.NOTICES)
    register_notices(contacts_notices.NOTICES)
    register_notices(feeding_notices.NOTICES)
    register_notices(group_notices.NOTICES)
    register_notices(course_notices.NOTICES)
    register_notices(equipment_notices.NOTICES)
    register_notices(caseloads_notices.NOTICES)
    register_notices(rights_words.NOTICES)
    register_notices(welcome_words.NOTICES)
    register_notices(listening_notices.NOTICES)
    register_notices(alliance_notices.NOTICES)
    register_notices(education_notices.NOTICES)
    register_notices(panel_notices.NOTICES)
    register_notices(peer_notices.NOTICES)
    register_notices(plan_notices.NOTICES)
    register_notices(event_words.NOTICES)


def say_why_not() -> None:
    """Each room brings the words of its own refusals."""
    for table in (
        marketing.REFUSALS,
        undoing_words.REFUSALS,
        way_words.REFUSALS,
        organisation_words.REFUSALS,
        families_refusals.REFUSALS,
        message_words.REFUSALS,
        directory_words.REFUSALS,
        library_words.REFUSALS,
        interpreting_words.REFUSALS,
        whats_on_words.REFUSALS,
        education_refusals.REFUSALS,
        group_words.REFUSALS,
        course_words.REFUSALS,
        cafe_words.REFUSALS,
        caseload_words.REFUSALS,
        programmes_refusals.REFUSALS,
        safety_words.REFUSALS,
        referral_words.REFUSALS,
        next_steps.REFUSALS,
        contact_words.REFUSALS,
        feeding_refusals.REFUSALS,
        finding_words.REFUSALS,
        hub_day_words.REFUSALS,
        insight_words.REFUSALS,
        rights_words.REFUSALS,
        founding_words.REFUSALS,
        timetable_refusals.REFUSALS,
        file_words.REFUSALS,
        welcome_words.REFUSALS,
        missed_words.REFUSALS,
        story_words.REFUSALS,
        theme_words.REFUSALS,
        meeting_words.REFUSALS,
        equipment_words.REFUSALS,
        bundle_words.REFUSALS,
        store_words.REFUSALS,
        panel_words.REFUSALS,
        peer_words.REFUSALS,
        rota_words.REFUSALS,
        plan_words.REFUSALS,
        event_words.REFUSALS,
        study_words.REFUSALS,
    ):
        register_refusals(table)
