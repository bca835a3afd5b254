"""What the tables of equipment hold of people. Which pump a family had stands in the copy; its history does not."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "equipment_pumprequest": held(
        Keep.RECORD,
        family="family",
        hers="asked_by needs language contact_name contact_phone contact_email state asked_at ended_as hold_until",
        staff="membership",
        inner="organisation family lane changed_at unit ready_at request_key",
    ),
    "equipment_pumprequeststep": held(
        Keep.RECORD,
        family="request__family",
        hers="at state why",
        staff="membership",
        inner="request unit",
    ),
    "equipment_pumphold": held(
        Keep.LINK,
        others="said",
        opens="contact_digest token link",
        inner="organisation state language request_key wrong_count became asked_at sent_at held_until words_until",
    ),
    "equipment_loan": held(
        Keep.RECORD,
        family="family",
        hers="unit__tag unit__model__name begun_at handed_over_at due_on language talked shown_how second_showing_on"
        " agrees_to_reminders collection collection_on ended_at ended_as condition helped",
        others="collection_who",
        staff="begun_by handed_over_by ended_by",
        inner="organisation family request unit kit extended_count reminded_before_for reminded_after_on"
        " reminded_after_count request_key",
    ),
}
