"""What the tables of peers hold of people: supporters, who are colleagues, and mothers with what they asked for."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "peers_peersupporter": held(
        Keep.WORK,
        others="name email phone language languages community ward lived times gender about why interview",
        staff="membership supervisor",
        opens="token",
        inner="state course places created_at request_key",
    ),
    "peers_peersupporterstep": held(Keep.WORK, staff="membership", inner="supporter at state"),
    "peers_meetingattendance": held(Keep.WORK, staff="noted_by", inner="meeting supporter"),
    "peers_peercompetence": held(Keep.WORK, staff="signed_by", inner="supporter skill observed_on signed_on"),
    "peers_peerreference": held(
        Keep.WORK, others="known_as note", staff="noted_by", inner="supporter is_good received_on request_key"
    ),
    "peers_peercheck": held(
        Keep.WORK,
        others="reason",
        staff="decided_by answered_by",
        inner="supporter work level decided_on state answered_on until_on request_key",
    ),
    "peers_peerwish": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="state language must must_not wishes asked_at",
        inner="changed_at",
    ),
    "peers_peerveto": held(Keep.RECORD, family="family", is_confided=True, hers="said_at", inner="supporter"),
    "peers_peermatch": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="state begun_at ended_at",
        staff="membership arranged_by",
        inner="wish supporter met unmet",
    ),
    "peers_peermatchstep": held(
        Keep.RECORD, family="match__family", is_confided=True, hers="at state why", staff="membership"
    ),
    "peers_peerlog": held(
        Keep.RECORD,
        family="match__family",
        is_confided=True,
        hers="at how",
        staff="membership",
        inner="minutes went request_key",
    ),
    "peers_helpcall": held(Keep.WORK, staff="answered_by", inner="supporter asked_at told_again_at answered_at"),
    "peers_peerabsence": held(Keep.WORK, staff="membership covered_by", inner="from_on until_on"),
    "peers_peerexpense": held(Keep.WORK, others="why", inner="supporter kind spent_on miles pence state request_key"),
    "peers_peerexpensestep": held(Keep.WORK, staff="membership", inner="expense at state"),
    "peers_peersupervision": held(
        Keep.WORK, others="note", staff="supervisor", inner="supporter held_on next_on request_key"
    ),
}
