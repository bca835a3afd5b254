"""What the tables of caseloads hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "caseloads_namedlead": held(
        Keep.RECORD, family="family", hers="from_at until_at", staff="membership", inner="family team"
    ),
    "caseloads_deputy": held(Keep.RECORD, family="family", hers="from_at until_at", staff="membership", inner="family"),
    "caseloads_handover": held(
        Keep.RECORD,
        family="family",
        hers="reason opened_at closed_at",
        staff="from_membership to_membership accepted_by",
        inner="family to_team",
    ),
    "caseloads_handoverstate": held(
        Keep.RECORD, family="handover__family", hers="at step", staff="membership", others="why", inner="handover"
    ),
    "caseloads_unled": held(Keep.RECORD, inner="family_id registered_at"),
}
