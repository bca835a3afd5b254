"""What the tables of groups hold of people. What waits for proof leads to no family, and so stands in no copy."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "groups_booking": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="session__starts_at session__series__title places state language contact_name contact_email contact_phone"
        " interpreter_need interpreter_language access_needs babies older_children wants_creche creche_waits co_parent"
        " booked_at changed_at offered_until attendance came_at left_early_at cancelled_late reminders",
        opens="token",
        inner="session family request_key revision marked_at settled_at reminded_for reminded_soon_for",
    ),
    "groups_heldbooking": held(
        Keep.LINK,
        others="said",
        opens="contact_digest token link",
        inner="session state places places_kept language request_key wrong_count became asked_at sent_at held_until"
        " words_until",
    ),
}
