"""What the tables of welcome hold of people: nothing leads to a record; who has agreed to a photo is named in words."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "welcome_venueanswer": held(
        Keep.WORK, staff="said_by", inner="venue criterion answer line said_at visit is_current"
    ),
    "welcome_venuephoto": held(
        Keep.RECORD,
        others="agreed_words",
        staff="added_by",
        opens="token",
        inner="venue file request_key alt agreement added_at removed_at",
    ),
    "welcome_venuevisit": held(
        Keep.WORK,
        others="findings words language",
        staff="asked_by published_by",
        opens="token",
        inner="venue organisation request_key asked_at ends_on told_at visited_on by_parent published_at",
    ),
    "welcome_improvement": held(
        Keep.WORK,
        staff="owner added_by ended_by",
        others="what language outcome",
        inner="venue organisation visit criterion due_on request_key added_at ended_at ended_as",
    ),
}
