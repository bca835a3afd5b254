"""What the tables of stores hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "stores_stockmove": held(
        Keep.RECORD,
        family="family",
        hers="batch__item__name batch__number at",
        staff="membership",
        inner="store batch kind count to_store family why request_key",
    ),
    "stores_recallholder": held(
        Keep.RECORD,
        family="family",
        hers="held held_from held_until told_at how contact_name contact_phone",
        staff="told_by",
        inner="recall family needs_person arrived",
    ),
}
