"""What the tables of safeguarding hold of people: a concern stands in no copy, as it may put a child in danger."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "safeguarding_concern": held(
        Keep.RECORD,
        staff="raised_by",
        guarded="about words is_danger_now",
        inner="family organisation raised_at request_key state",
    ),
    "safeguarding_concernstep": held(Keep.RECORD, staff="by", guarded="note reason", inner="at concern state"),
    "safeguarding_lonevisit": held(
        Keep.WORK, staff="membership buddy", guarded="where", inner="began_at expected_at back_at request_key"
    ),
    "safeguarding_safetynote": held(
        Keep.RECORD,
        staff="written_by ended_by",
        guarded="precautions reason",
        inner="family review_on written_at ended_at",
    ),
}
