"""What the tables of interpreting hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "interpreting_interpreterbooking": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="organisation what language dialect gender mode place starts_at ends_at minutes is_doubled state why"
        " late_minutes family_wish",
        staff="membership",
        others="interpreter worker_wish",
        opens="token",
        inner="family need request_key held_from held_until revision chased_at pence_per_hour visit_travel_pence"
        " paid_minutes time_pence travel_pence",
    ),
    "interpreting_interpreterbookingstate": held(
        Keep.RECORD,
        family="booking__family",
        is_confided=True,
        hers="at state late_minutes",
        staff="membership",
        others="interpreter by_interpreter",
        inner="booking why",
    ),
    "interpreting_interpretercode": held(
        Keep.LINK, others="interpreter", opens="digest", inner="sent_at wrong_count used_at"
    ),
    "interpreting_interpreterkey": held(Keep.LINK, others="interpreter", opens="digest", inner="opened_at closed_at"),
}
