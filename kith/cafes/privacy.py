"""What the tables of cafés hold of people. A tap at the door leads to no person, and so stands in no copy."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "cafes_arrival": held(
        Keep.RECORD,
        others="language community",
        inner="session adults co_parents babies siblings request_key at taken_back_at",
    ),
    "cafes_turn": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="session__starts_at session__series__title known_as state booked_at arrived_at ended_at",
        inner="session family number slot request_key called_at began_at reminded_for",
    ),
    "cafes_walkin": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="session__starts_at session__series__title at taken_back_at",
        staff="noted_by",
        inner="session family",
    ),
}
