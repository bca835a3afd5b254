"""What the tables of programmes hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "programmes_enrolment": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="programme__name language enrolled_at ended_at why_ended",
        staff="membership",
        inner="programme family",
    ),
}
