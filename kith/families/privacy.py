"""What the tables of families hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "families_family": held(Keep.RECORD, family="pk", hers="registered_at came_by"),
    "families_parent": held(
        Keep.RECORD,
        account="account",
        hers="given_name family_name born_on phone email speaks reads interpreter_need ethnicity is_main relation"
        " nhs_number access_needs access_words unsafe_channels may_leave_voicemail safe_times code_word",
        inner="family account heard_as sounds",
    ),
    "families_baby": held(
        Keep.RECORD,
        family="family",
        hers="name born_on birth_weight_g gestation_days birth_time birth_place nhs_number",
        inner="family pregnancy written_on",
    ),
    "families_pregnancy": held(
        Keep.RECORD, family="family", hers="due_on ended_on expected_count outcome", inner="family"
    ),
    "families_address": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="street postcode ward_code lsoa_code deprivation_decile deprivation_edition is_temporary from_on until_on",
        inner="family",
    ),
    "families_householdmember": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="relation is_under_five",
        others="given_name",
        inner="family",
    ),
    "families_crisisflag": held(
        Keep.RECORD, family="family", is_confided=True, hers="kind from_on until_on", inner="family"
    ),
    "families_consent": held(
        Keep.RECORD,
        family="family",
        hers="organisation purpose language how interpreted_by granted_at until_on withdrawn_at withdrawn_how"
        " renewed_at",
        staff="membership withdrawn_by",
        inner="family interpreter_booking words_edition",
    ),
    "families_declinedconsent": held(
        Keep.RECORD,
        family="family",
        hers="organisation purpose language how interpreted_by declined_at",
        staff="membership",
        inner="family interpreter_booking",
    ),
    "families_bereavement": held(
        Keep.RECORD,
        family="family",
        hers="loss died_on recorded_at call_by undone_at undone_why",
        staff="caller recorded_by undone_by",
        inner="family baby pregnancy parent",
    ),
    "families_card": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="parts goal helps language made_at until_at ended_at",
        staff="membership",
        opens="token pin_digest",
        inner="family request_key wrong_count",
    ),
    "families_cardreading": held(
        Keep.RECORD, family="card__family", is_confided=True, hers="at service", others="person", inner="card"
    ),
    "families_daycorrection": held(
        Keep.RECORD,
        family="baby__family",
        hers="what before_on after_on reason corrected_at",
        staff="membership",
        inner="baby parent pregnancy",
    ),
    "families_emergencyopening": held(
        Keep.AUDIT,
        family="family",
        is_confided=True,
        hers="reason words opened_at until_at",
        staff="membership",
        inner="family",
    ),
    "families_emergencysearch": held(Keep.AUDIT, staff="membership", inner="at found_count"),
    "families_familymerge": held(
        Keep.RECORD, family="kept", staff="membership", inner="kept gone_id merged_at undone_at"
    ),
    "families_mergestep": held(
        Keep.RECORD, guarded="before after", inner="merge number change table row_pk constraint"
    ),
    "families_distinctfamilies": held(Keep.RECORD, staff="membership", others="one other", inner="said_at"),
}
