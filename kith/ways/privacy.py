"""What the tables of ways hold of people: an address stands there only while its change waits."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "ways_wayproposal": held(
        Keep.RECORD,
        parent="subject_id",
        hers="way old new proposed_at state",
        opens="token_digest code_digest",
        inner="kind subject_id organisation_id asked language code_count wrong_count proposed_by_id",
    ),
    "ways_wayproposalstep": held(
        Keep.RECORD,
        parent="proposal__subject_id",
        hers="at state",
        others="reason",
        inner="proposal proof membership_id",
    ),
}
