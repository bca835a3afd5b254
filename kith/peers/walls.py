"""Who sees a supporter, a wish and a match, by the database itself."""

from kith.platform.access.permissions import Permission
from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, by_person, said, through

# What she asks for and whom she does not want is hers: a supporter, who may open her record, does not read it.
_HERS = Shape((f"{{row}}.family_id = ANY ({said(6)}::uuid[])",))
_OF_MATCH = "EXISTS (SELECT 1 FROM peers_peermatch AS above WHERE above.id = {row}.match_id AND above.family_id = ANY "
_HERS_BY_MATCH = Shape((f"{_OF_MATCH}({said(6)}::uuid[]))",))
_LOOKED_AFTER = Shape(("true",)).for_those_who_may(Permission.MANAGE_PEERS)

WALLS: dict[str, Shape] = {
    "peers_peersupporter": by_person("membership_id") | _LOOKED_AFTER,
    "peers_peersupporterstep": _LOOKED_AFTER,
    "peers_meetingattendance": _LOOKED_AFTER,
    "peers_peercompetence": _LOOKED_AFTER | by_person("signed_by_id"),
    "peers_peerreference": _LOOKED_AFTER,
    "peers_peercheck": _LOOKED_AFTER,
    "peers_peerwish": _HERS | _LOOKED_AFTER,
    "peers_peerveto": _HERS | _LOOKED_AFTER,
    "peers_peermatch": by_person("membership_id") | by_family() | _LOOKED_AFTER,
    "peers_peermatchstep": through("match_id", "peers_peermatch"),
    "peers_peerlog": by_person("membership_id") | _HERS_BY_MATCH | _LOOKED_AFTER,
    "peers_helpcall": through("supporter_id", "peers_peersupporter"),
    "peers_peerabsence": by_person("membership_id") | _LOOKED_AFTER,
    "peers_peerexpense": through("supporter_id", "peers_peersupporter"),
    "peers_peerexpensestep": through("expense_id", "peers_peerexpense"),
    # What is said in supervision is of the two and of those who look after supporters: of no family's record.
    "peers_peersupervision": by_person("supervisor_id") | _LOOKED_AFTER,
}
NO_PERSON = {
    "peers_peercourse": "what is taught when and where",
    "peers_coursemeeting": "on which day a week of a course meets",
    "peers_matchweight": "how much a kind of wish weighs",
}
