"""What the table of missed dates holds of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "missed_misseddate": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="session__starts_at session__series__title reason told_at answered_at",
        opens="token",
        inner="booking session series language noted_at closed_at taken_session taken_booking taken_at",
    ),
}
