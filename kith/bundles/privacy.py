"""What the tables of bundles hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "bundles_bundlerequest": held(
        Keep.RECORD,
        family="family",
        hers="bundle__name criteria place has_room no_room contact_name contact_phone language state why asked_at"
        " decided_at packed_at given_at arrives cot_is_up talked taken_back",
        others="collector taken_by taken_back_by",
        staff="membership",
        inner="organisation family baby bundle landlord deprivation_decile packed_in told request_key",
    ),
    "bundles_bundlerequeststep": held(
        Keep.RECORD, family="request__family", hers="at state why", staff="membership", inner="request"
    ),
    "bundles_sleepingrecheck": held(
        Keep.RECORD,
        family="family",
        hers="moved_on due_on ended_at found place cot_is_up why",
        staff="membership",
        inner="family",
    ),
    "bundles_housingnotice": held(
        Keep.RECORD,
        family="family",
        hers="came_on placed_on agreed_by authority given_name family_name phone language baby_born_on street postcode"
        " place",
        staff="noted_by taken_by",
        inner="organisation family due_on landlord taken_at request request_key",
    ),
}
