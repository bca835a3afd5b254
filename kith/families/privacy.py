"""What the tables of families hold of people."""

from functools import partial

from kith.kernel.privacy import Declared, Keep, held

_of_family = partial(held, Keep.RECORD, family="family")
_confided = partial(_of_family, is_confided=True)

PRIVACY: Declared = {
    "families_family": held(Keep.RECORD, family="pk", hers="registered_at came_by"),
    "families_parent": held(
        Keep.RECORD,
        account="account",
        hers="given_name family_name born_on phone email speaks reads interpreter_need ethnicity is_main relation"
        " nhs_number access_needs access_words unsafe_channels may_leave_voicemail safe_times code_word",
        inner="family heard_as sounds",
    ),
    "families_baby": _of_family(
        hers="name born_on birth_weight_g gestation_days birth_time birth_place nhs_number",
        inner="pregnancy written_on",
    ),
    "families_pregnancy": _of_family(hers="due_on ended_on expected_count outcome"),
    "families_address": _confided(
        hers="street postcode ward_code lsoa_code deprivation_decile deprivation_edition is_temporary from_on until_on"
    ),
    "families_householdmember": _confided(hers="relation is_under_five", others="given_name"),
    "families_crisisflag": _confided(hers="kind from_on until_on"),
    "families_consent": _of_family(
        hers="organisation purpose language how interpreted_by granted_at until_on withdrawn_at renewed_at"
        " withdrawn_how",
        staff="membership withdrawn_by",
        inner="interpreter_booking words_edition",
    ),
    "families_declinedconsent": _of_family(
        hers="organisation purpose language how interpreted_by declined_at",
        staff="membership",
        inner="interpreter_booking",
    ),
    "families_bereavement": _of_family(
        hers="loss died_on recorded_at call_by undone_at undone_why",
        staff="caller recorded_by undone_by",
        inner="baby pregnancy parent",
    ),
    "families_card": _confided(
        hers="parts goal helps language made_at until_at ended_at",
        staff="membership",
        opens="token pin_digest",
        inner="request_key wrong_count",
    ),
    "families_cardreading": _confided(family="card__family", hers="at service", others="person"),
    "families_daycorrection": held(
        Keep.RECORD,
        family="baby__family",
        hers="what before_on after_on reason corrected_at",
        staff="membership",
        inner="parent pregnancy",
    ),
    "families_emergencyopening": _confided(hers="reason words opened_at until_at", staff="membership"),
    "families_emergencysearch": held(Keep.AUDIT, staff="membership", inner="at found_count"),
    "families_familymerge": held(Keep.RECORD, family="kept", staff="membership", inner="gone_id merged_at undone_at"),
    "families_mergestep": held(
        Keep.RECORD, guarded="before after", inner="merge number change table row_pk constraint"
    ),
    "families_distinctfamilies": held(Keep.RECORD, staff="membership", others="one other", inner="said_at"),
}
