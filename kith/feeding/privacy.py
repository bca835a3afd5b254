"""What the tables of feeding hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "feeding_assessment": held(
        Keep.RECORD,
        family="baby__family",
        hers="answers note assessed_at age_days",
        staff="membership",
        inner="baby version request_key",
    ),
    "feeding_feedinggoal": held(
        Keep.RECORD,
        family="family",
        hers="hope until words language source said_at",
        staff="membership",
        inner="is_current family baby",
    ),
    "feeding_feedingend": held(
        Keep.RECORD,
        family="baby__family",
        hers="stopped_on as_wanted source asked_on recorded_at",
        staff="membership",
        inner="is_current baby",
    ),
    "feeding_feedingplan": held(
        Keep.RECORD,
        family="baby__family",
        hers="agreed agreed_in_her_words language review_on agreed_at",
        staff="membership",
        others="agreed_with",
        inner="is_current baby next_step",
    ),
    "feeding_feedingstatus": held(
        Keep.RECORD,
        family="baby__family",
        hers="milestone status source first_feed skin_to_skin due_on asked_on recorded_at",
        staff="membership",
        inner="is_current baby",
    ),
    "feeding_weight": held(
        Keep.RECORD,
        family="baby__family",
        hers="grams weighed_at where recorded_at taken_back_at",
        staff="membership",
        inner="is_current baby corrects",
    ),
    "feeding_feedingalert": held(
        Keep.RECORD,
        family="baby__family",
        hers="reason above_percent raised_at",
        staff="owner",
        inner="baby weight assessment next_step",
    ),
}
