"""What the tables of courses hold of people. What waits for proof leads to no family, and so stands in no copy."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "courses_courseplace": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="course__series__title places state language contact_name contact_email contact_phone"
        " interpreter_need interpreter_language access_needs babies older_children wants_creche co_parent reminders"
        " booked_at changed_at",
        opens="token",
        inner="course family request_key revision",
    ),
    "courses_coursehold": held(
        Keep.LINK,
        others="said",
        opens="contact_digest token link",
        inner="course state language kept request_key wrong_count became asked_at sent_at held_until words_until",
    ),
    "courses_courseinvitation": held(
        Keep.RECORD,
        family="family",
        hers="course__series__title made_at how language answer answered_at",
        staff="membership",
        inner="course family",
    ),
    "courses_followup": held(
        Keep.RECORD,
        family="family",
        hers="due_on made_at ended_at ended_as",
        staff="owner ended_by",
        inner="course family place near step",
    ),
}
