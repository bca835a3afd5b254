"""What the table of contacts holds of people: what was said with one parent is not the other's to read."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "contacts_contact": held(
        Keep.RECORD,
        family="family",
        parent="parent_ids",
        hers="at kind place minutes speaks interpreter_need how_we_talked talk_reason offered note recorded_at",
        staff="membership",
        inner="is_current family parent_ids baby_ids interpreter_booking request_key corrects",
    ),
}
