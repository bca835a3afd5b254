"""What the tables of hub days hold of people. An entry leads to no family: what counts of it stands in the register."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "hub_days_device": held(
        Keep.LINK,
        staff="membership withdrawn_by",
        inner="organisation venue on prepared_at heard_at withdrawn_at wiped_at request_key",
    ),
    "hub_days_dayentry": held(
        Keep.LINK,
        staff="settled_by",
        inner="device request_key number kind at received_at session booking wanted seen said takes_back became why"
        " settled settled_at",
    ),
}
