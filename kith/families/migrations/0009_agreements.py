"""The second wall obeys sharing agreements: a consent opens nothing while none holds that once did."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import question_anew

# Null where no agreement has ever named the organisation for this purpose: there consent alone decides.
AGREED = """
          AND (SELECT bool_or(a.ended_on IS NULL AND (a.until_on IS NULL OR a.until_on >= said[9]::date))
               FROM organisations_sharingagreement AS a
               JOIN organisations_sharingagreement_organisations AS o ON o.sharingagreement_id = a.id
               WHERE o.organisation_id = c.organisation_id AND c.purpose = ANY (a.purposes)) IS NOT FALSE
"""
SEES_FAMILY = f"""
    IF said[1] = 'parent' THEN
        RETURN family = ANY (said[6]::uuid[]);
    END IF;
    RETURN said[1] = 'staff' AND strpos(said[7], 'see_family') > 0 AND EXISTS (
        SELECT FROM families_consent AS c
        WHERE c.family_id = family AND c.organisation_id = ANY (said[4]::bigint[])
          AND c.purpose IN ('care', 'peer_support') AND c.withdrawn_at IS NULL AND c.renewed_at IS NULL
          AND (c.until_on IS NULL OR c.until_on >= said[9]::date){AGREED});
"""
IS_REFERRED = f"""
    RETURN said[1] = 'staff' AND EXISTS (
        SELECT FROM families_consent AS c
        WHERE c.family_id = family AND c.organisation_id = ANY (said[4]::bigint[])
          AND c.purpose = 'referral' AND c.withdrawn_at IS NULL AND c.renewed_at IS NULL
          AND (c.until_on IS NULL OR c.until_on >= said[9]::date){AGREED});
"""


class Migration(migrations.Migration):
    """Two functions, asked as before."""

    dependencies: ClassVar = [("families", "0008_found_by_sound"), ("organisations", "0009_shut_out")]
    operations: ClassVar = [
        question_anew("kith_sees_family", "family uuid", SEES_FAMILY),
        question_anew("kith_is_referred", "family uuid", IS_REFERRED),
    ]
